package store

import (
	"bufio"
	"context"
	"net"
)

// readAhead is how many bytes a connection takes from the network at once where they are there. The driver asks for 4 KiB at a time, some
// seventy spans, and each time is a call of the kernel and may be a change of the thread.
const readAhead = 64 << 10

// dial connects to a MySQL server by a connection that reads ahead.
func dial(ctx context.Context, network, address string) (net.Conn, error) {
	var d net.Dialer
	c, err := d.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return &aheadConn{TCPConn: c.(*net.TCPConn), in: bufio.NewReaderSize(c, readAhead)}, nil
}

// aheadConn is still a syscall.Conn, by which the driver looks whether a connection of its pool has been closed by the server. Whoever reads it
// otherwise than by Read, such as io.Copy by WriteTo, would miss what has been read ahead; the driver does not.
type aheadConn struct {
	*net.TCPConn
	in *bufio.Reader
}

func (c *aheadConn) Read(p []byte) (int, error) { return c.in.Read(p) }
