package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
)

// Screen is what a page is shown on.
type Screen struct {
	Width, Height int // pixels of the style sheet
	Phone         bool
	Dark          bool
	NoScript      bool // scripts are switched off
	Paper         bool // styles are those of print
}

// Page is a page that was opened.
type Page struct {
	b       *Browser
	session string
	ctx     context.Context

	mu       sync.Mutex
	requests []string
	problems []string
	loaded   chan struct{}
}

type none struct{}

// Open opens an address and waits until it is loaded.
func (b *Browser) Open(ctx context.Context, url string, s Screen) (*Page, error) {
	var made struct {
		TargetID string `json:"targetId"`
	}
	if err := b.call(ctx, "", "Target.createTarget", map[string]any{"url": "about:blank"}, &made); err != nil {
		return nil, err
	}
	var attached struct {
		SessionID string `json:"sessionId"`
	}
	if err := b.call(ctx, "", "Target.attachToTarget", map[string]any{"targetId": made.TargetID, "flatten": true}, &attached); err != nil {
		return nil, err
	}
	p := &Page{b: b, session: attached.SessionID, ctx: ctx, loaded: make(chan struct{}, 1)}
	b.mu.Lock()
	b.events[p.session] = p.event
	b.mu.Unlock()
	media := ""
	if s.Paper {
		media = "print"
	}
	scheme := "light"
	if s.Dark {
		scheme = "dark"
	}
	for _, c := range []struct {
		method string
		params any
	}{
		{"Performance.enable", map[string]any{"timeDomain": "threadTicks"}},
		{"Page.enable", none{}}, {"Network.enable", none{}}, {"Log.enable", none{}}, {"Runtime.enable", none{}},
		{"Emulation.setDeviceMetricsOverride", map[string]any{"width": s.Width, "height": s.Height, "deviceScaleFactor": 1, "mobile": s.Phone}},
		{"Emulation.setEmulatedMedia", map[string]any{"media": media, "features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}},
		{"Emulation.setScriptExecutionDisabled", map[string]any{"value": s.NoScript}},
		{"Page.navigate", map[string]any{"url": url}},
	} {
		if err := p.call(c.method, c.params, nil); err != nil {
			return nil, err
		}
	}
	select {
	case <-p.loaded:
		return p, nil
	case <-b.gone:
		return nil, fmt.Errorf("%s: the browser has ended", url)
	case <-ctx.Done():
		return nil, fmt.Errorf("%s: %w", url, ctx.Err())
	}
}

func (p *Page) call(method string, params, out any) error {
	return p.b.call(p.ctx, p.session, method, params, out)
}

func (p *Page) event(method string, params json.RawMessage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch method {
	case "Page.loadEventFired":
		select {
		case p.loaded <- struct{}{}:
		default:
		}
	case "Network.requestWillBeSent":
		var e struct {
			Request struct {
				URL string `json:"url"`
			} `json:"request"`
		}
		if json.Unmarshal(params, &e) == nil {
			p.requests = append(p.requests, e.Request.URL)
		}
	case "Log.entryAdded":
		var e struct {
			Entry struct {
				Text string `json:"text"`
			} `json:"entry"`
		}
		if json.Unmarshal(params, &e) == nil {
			p.problems = append(p.problems, e.Entry.Text)
		}
	case "Runtime.exceptionThrown":
		p.problems = append(p.problems, string(params))
	}
}

// Requests are the addresses the page asked for, itself first.
func (p *Page) Requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.requests...)
}

// Problems are what the console says: broken policies, exceptions.
func (p *Page) Problems() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.problems...)
}

// Eval runs an expression, waits where it is a promise, and reads its value
// into out.
func (p *Page) Eval(expression string, out any) error {
	var answer struct {
		Result struct {
			Value json.RawMessage `json:"value"`
		} `json:"result"`
		Exception *struct {
			Text      string `json:"text"`
			Exception struct {
				Description string `json:"description"`
			} `json:"exception"`
		} `json:"exceptionDetails"`
	}
	err := p.call("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true}, &answer)
	if err != nil {
		return err
	}
	if e := answer.Exception; e != nil {
		return fmt.Errorf("%s %s", e.Text, e.Exception.Description)
	}
	if out == nil || answer.Result.Value == nil {
		return nil
	}
	return json.Unmarshal(answer.Result.Value, out)
}

// Work is how long the page has kept its processor busy until now, in seconds
// by what it did: TaskDuration for all, LayoutDuration, ScriptDuration and others.
// A busy machine makes it wait longer but work no longer.
func (p *Page) Work() (map[string]float64, error) {
	var answer struct {
		Metrics []struct {
			Name  string  `json:"name"`
			Value float64 `json:"value"`
		} `json:"metrics"`
	}
	if err := p.call("Performance.getMetrics", none{}, &answer); err != nil {
		return nil, err
	}
	work := map[string]float64{}
	for _, m := range answer.Metrics {
		work[m.Name] = m.Value
	}
	return work, nil
}

// Picture is a PNG of a part of the page: its whole width, from y on, so many
// pixels high; 0 is all that there is, at most.
func (p *Page) Picture(y, height int) ([]byte, error) {
	var size struct {
		W, H int
	}
	if err := p.Eval("({W: document.documentElement.clientWidth, H: document.documentElement.scrollHeight})", &size); err != nil {
		return nil, err
	}
	if height == 0 || y+height > size.H {
		height = max(size.H-y, 1)
	}
	// What lies beyond the screen is scrolled to, or it is not laid out.
	if err := p.Eval(fmt.Sprintf("scrollTo(0, %d); new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)))", y), nil); err != nil {
		return nil, err
	}
	var shot struct {
		Data []byte `json:"data"`
	}
	err := p.call("Page.captureScreenshot", map[string]any{"format": "png", "captureBeyondViewport": true,
		"clip": map[string]any{"x": 0, "y": y, "width": size.W, "height": height, "scale": 1}}, &shot)
	return shot.Data, err
}
