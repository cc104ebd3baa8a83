package store

import (
	"gorm.io/gorm"

	"fugai/model"
)

func (v *View) keys() *gorm.DB { return v.gorm().Table("access_keys") }

// AddKey stores a key by its hash and tells its id. CreatedAt is set by the database's clock.
func (tx *Tx) AddKey(k model.AccessKey) (model.KeyID, error) {
	id, err := tx.nextID("access_keys", "id", 1)
	if err != nil {
		return 0, err
	}
	_, err = tx.exec("INSERT INTO access_keys (id, name, hash, role, region_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, "+
		tx.s.dialect.now()+", ?)", id, k.Name, k.Hash, k.Role, k.RegionID, k.ExpiresAt)
	return model.KeyID(id), err
}

// KeyByHash finds a key, revoked and expired ones too; the caller judges them.
func (v *View) KeyByHash(hash string) (*model.AccessKey, error) {
	var list []model.AccessKey
	err := v.keys().Where("hash = ?", hash).Find(&list).Error
	if err == nil && len(list) == 0 {
		return nil, model.NotFound("key", "there is no such key")
	}
	if err != nil {
		return nil, err
	}
	return &list[0], nil
}

// Keys lists all keys, by id.
func (v *View) Keys() ([]model.AccessKey, error) {
	var list []model.AccessKey
	return list, v.keys().Order("id").Find(&list).Error
}

// RevokeKey ends a key. A key that is revoked already stays as it is.
func (tx *Tx) RevokeKey(id model.KeyID) error {
	found, err := tx.number("SELECT COUNT(*) FROM access_keys WHERE id = ?", id)
	if err != nil {
		return err
	}
	if found == 0 {
		return model.NotFound("key", "there is no key %d; list them with fugai key list", id)
	}
	_, err = tx.exec("UPDATE access_keys SET revoked_at = "+tx.s.dialect.now()+" WHERE id = ? AND revoked_at IS NULL", id)
	return err
}
