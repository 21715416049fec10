package jsonscan

import (
	"errors"
	"io"
)

// windowSize is how much of an input is in memory at a time, unless a single
// value is longer.
const windowSize = 512 << 10

// Reader moves a Cursor over an input that need not fit in memory.
type Reader struct {
	Cursor
	src  io.ReaderAt
	size int64 // where the input ends
}

// NewReader reads src from the place start up to end.
func NewReader(src io.ReaderAt, start, end int64) *Reader {
	return newReader(src, start, end, windowSize)
}

func newReader(src io.ReaderAt, start, end, window int64) *Reader {
	r := &Reader{src: src, size: end}
	r.Base = start
	r.More = start < end
	r.Buf = make([]byte, 0, min(window, end-start))
	return r
}

// Do runs f, which moves the Cursor over something, and again with more input
// when it ran short. f must bear being called twice.
func (r *Reader) Do(f func() error) error {
	for {
		start := r.Offset()
		err := f()
		if !errors.Is(err, ErrShort) {
			return err
		}
		r.Pos = int(start - r.Base)
		if err := r.fill(); err != nil {
			return err
		}
	}
}

// Pass moves over one value of any length without keeping it.
func (r *Reader) Pass() error {
	r.startSkip()
	for {
		err := r.resumeSkip()
		if !errors.Is(err, ErrShort) {
			return err
		}
		if err := r.fill(); err != nil {
			return err
		}
	}
}

// fill forgets what stands before the Cursor and reads on; the window grows
// when a value does not fit in it.
func (r *Reader) fill() error {
	keep := r.Buf[r.Pos:]
	buf := r.Buf[:0]
	if len(keep) > cap(buf)/2 {
		buf = make([]byte, 0, 2*cap(buf)+64)
	}
	n := copy(buf[:cap(buf)], keep)
	r.Base += int64(r.Pos)
	r.Pos = 0
	rest := r.size - r.Base - int64(n)
	room := buf[n:min(int64(cap(buf)), int64(n)+rest)]
	got, err := r.src.ReadAt(room, r.Base+int64(n))
	r.Buf = buf[:n+got]
	r.More = r.Base+int64(len(r.Buf)) < r.size
	if got == len(room) {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF // the file was cut while we read it
	}
	return err
}
