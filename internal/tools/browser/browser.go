package browser

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
)

// Browser is one running Chromium.
type Browser struct {
	cmd     *exec.Cmd
	to      *os.File
	profile string

	mu      sync.Mutex
	last    int
	waiting map[int]chan message
	events  map[string]func(method string, params json.RawMessage) // by session
	gone    chan struct{}
}

type message struct {
	ID      int             `json:"id,omitempty"`
	Session string          `json:"sessionId,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

// Find returns the Chromium of this machine, "" where there is none.
func Find() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Start runs Chromium with a profile of its own. Pages cannot reach a network:
// every name resolves to nothing.
func Start(ctx context.Context, path string, env ...string) (*Browser, error) {
	profile, err := os.MkdirTemp("", "iaclint-browser-*")
	if err != nil {
		return nil, err
	}
	theirs, ours, err := os.Pipe() // what it reads
	if err != nil {
		return nil, err
	}
	from, out, err := os.Pipe() // what it writes
	if err != nil {
		return nil, err
	}
	b := &Browser{to: ours, profile: profile, waiting: map[int]chan message{}, events: map[string]func(string, json.RawMessage){}, gone: make(chan struct{})}
	// Without a sandbox of its own: it runs as root in containers, and shows
	// nothing but files that were written here.
	b.cmd = exec.CommandContext(ctx, path, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-dev-shm-usage",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--force-color-profile=srgb",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir="+profile, "--remote-debugging-pipe", "about:blank")
	b.cmd.Env = append(os.Environ(), env...)
	b.cmd.ExtraFiles = []*os.File{theirs, out} // 3 and 4
	err = b.cmd.Start()
	theirs.Close()
	out.Close()
	if err != nil {
		ours.Close()
		from.Close()
		os.RemoveAll(profile)
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	go b.read(from)
	return b, nil
}

// Close ends the browser and forgets its profile.
func (b *Browser) Close() {
	b.to.Close()
	_ = b.cmd.Process.Kill() // it may have ended by itself
	_ = b.cmd.Wait()
	<-b.gone
	os.RemoveAll(b.profile)
}

func (b *Browser) read(from *os.File) {
	defer close(b.gone)
	defer from.Close()
	in := bufio.NewReader(from)
	for {
		data, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var m message
		if json.Unmarshal(data[:len(data)-1], &m) != nil {
			continue
		}
		b.mu.Lock()
		answer, event := b.waiting[m.ID], b.events[m.Session]
		delete(b.waiting, m.ID)
		b.mu.Unlock()
		switch {
		case m.ID > 0 && answer != nil:
			answer <- m
		case m.ID == 0 && event != nil:
			event(m.Method, m.Params)
		}
	}
}

// call asks for one thing and waits for the answer, which goes into out.
func (b *Browser) call(ctx context.Context, session, method string, params, out any) error {
	encoded, err := json.Marshal(params)
	if err != nil {
		return err
	}
	answer := make(chan message, 1)
	b.mu.Lock()
	b.last++
	m := message{ID: b.last, Session: session, Method: method, Params: encoded}
	b.waiting[m.ID] = answer
	data, err := json.Marshal(m)
	if err == nil {
		_, err = b.to.Write(append(data, 0))
	}
	b.mu.Unlock()
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case m = <-answer:
	case <-b.gone:
		return fmt.Errorf("%s: the browser has ended", method)
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	}
	if m.Error != nil {
		return errors.New(method + ": " + strings.TrimSpace(m.Error.Message))
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(m.Result, out)
}
