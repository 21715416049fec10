package refresh

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// gp3 is the file of a region of EC2 that has one price.
func gp3(version, region, usd string) string {
	return offerFile(version, used("Storage", "EBS:VolumeUsage.gp3", wareRate{"GB-Mo", "0", "USD", usd}).and(map[string]string{"volumeApiName": "gp3", "regionCode": region}))
}

func ebsShop(t *testing.T) (*shop, Options) {
	s := newShop(t)
	s.offers["AmazonEC2"] = map[string]string{}
	for i, region := range []string{"us-east-1", "eu-west-1", "eu-central-1"} {
		s.offers["AmazonEC2"][region] = gp3(s.version, region, fmt.Sprintf("0.08%d", i+1))
	}
	return s, s.options("aws", "ebs")
}

var threeRegions = map[string]string{
	"us-east-1 ebs/gp3/storage": "GB-month 0:0.081", "eu-west-1 ebs/gp3/storage": "GB-month 0:0.082", "eu-central-1 ebs/gp3/storage": "GB-month 0:0.083",
}

// tree is every file below a folder with its content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(text)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}

func sameTree(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	got := tree(t, dir)
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s has changed or is gone", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// TestSameListsSameBytes: two refreshes of the same lists give the same files,
// and nothing stays beside them.
func TestSameListsSameBytes(t *testing.T) {
	_, opt := ebsShop(t)
	_, over := refreshed(t, opt)
	expect(t, over, "aws", threeRegions)
	first := tree(t, opt.Dir)
	refreshed(t, opt)
	sameTree(t, opt.Dir, first)
	if left := tree(t, opt.Dir+".refresh"); len(left) != 1 {
		t.Errorf("left behind: %d files beside the lock", len(left)-1)
	}
	if _, err := os.Stat(opt.Dir + catalogue.OverlayOld); err == nil {
		t.Error("the old overlay is still there")
	}
}

// TestThrottled: a server that is busy is asked again, after as long as it says
// and longer each time, and not forever.
func TestThrottled(t *testing.T) {
	s, opt := ebsShop(t)
	opt.Regions = []string{"us-east-1"}
	var pauses []time.Duration
	opt.Pause = func(_ context.Context, d time.Duration) error { pauses = append(pauses, d); return nil }
	left := 3
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, "us-east-1/index.json") || left == 0 {
			return false
		}
		left--
		if left == 2 {
			w.Header().Set("Retry-After", "7")
		}
		w.WriteHeader([]int{503, 500, 429}[left])
		return true
	})
	_, over := refreshed(t, opt)
	expect(t, over, "aws", map[string]string{"us-east-1 ebs/gp3/storage": "GB-month 0:0.081"})
	if fmt.Sprint(pauses) != "[7s 2s 4s]" {
		t.Errorf("paused for %v", pauses)
	}

	before := tree(t, opt.Dir)
	s.meets(func(w http.ResponseWriter, _ *http.Request) bool {
		w.WriteHeader(http.StatusServiceUnavailable)
		return true
	})
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "was asked 5 times: it answers 503") {
		t.Errorf("%v", err)
	}
	s.meets(func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set("Retry-After", "86400")
		w.WriteHeader(http.StatusTooManyRequests)
		return true
	})
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "asks to come back in 24h0m0s") {
		t.Errorf("%v", err)
	}
	sameTree(t, opt.Dir, before)
}

// TestCut: a list that ends in the middle is read again; where it always does,
// nothing of it is used.
func TestCut(t *testing.T) {
	s, opt := ebsShop(t)
	opt.Regions = []string{"us-east-1"}
	cut := func(n int) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if !strings.HasSuffix(r.URL.Path, "us-east-1/index.json") || n == 0 {
				return false
			}
			n--
			text := s.offers["AmazonEC2"]["us-east-1"]
			if n%2 == 0 {
				w.Header().Set("Content-Length", fmt.Sprint(len(text))) // and the connection ends before that
			}
			fmt.Fprint(w, text[:len(text)-40])
			return true
		}
	}
	s.meets(cut(2))
	_, over := refreshed(t, opt)
	expect(t, over, "aws", map[string]string{"us-east-1 ebs/gp3/storage": "GB-month 0:0.081"})
	before := tree(t, opt.Dir)
	s.meets(cut(-1))
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "reading AmazonEC2 of us-east-1") {
		t.Errorf("%v", err)
	}
	sameTree(t, opt.Dir, before)
}

// TestChangedVersion: a file that is of another version than the index said is
// read once more, and not forever; an offer that is renewed while others are
// read is read again at the end.
func TestChangedVersion(t *testing.T) {
	s, opt := ebsShop(t)
	opt.Regions = []string{"us-east-1"}
	s.offers["AmazonEC2"]["us-east-1"] = gp3("20261102000000", "us-east-1", "0.09")
	_, err := Run(context.Background(), opt)
	if err == nil || !strings.Contains(err.Error(), "the list changed twice while it was read") {
		t.Errorf("%v", err)
	}

	s.meets(func(_ http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, "us-east-1/index.json") {
			s.mu.Lock()
			s.version = "20261102000000" // as soon as the file was asked for
			s.mu.Unlock()
		}
		return false
	})
	_, over := refreshed(t, opt)
	expect(t, over, "aws", map[string]string{"us-east-1 ebs/gp3/storage": "GB-month 0:0.09"})

	s.meets(nil)
	s.offers["AmazonEC2"]["us-east-1"] = gp3("20261103000000", "us-east-1", "0.095")
	s.version = "20261103000000"
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasSuffix(r.URL.Path, "us-east-1/index.json") || strings.Contains(r.URL.Path, "20261104") {
			return false
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		fmt.Fprint(w, s.offers["AmazonEC2"]["us-east-1"])
		s.version = "20261104000000"
		s.offers["AmazonEC2"]["us-east-1"] = gp3(s.version, "us-east-1", "0.097")
		return true
	})
	_, over = refreshed(t, opt)
	expect(t, over, "aws", map[string]string{"us-east-1 ebs/gp3/storage": "GB-month 0:0.097"})
}

// TestChangedPage: where rows come or go while pages are read, reading starts
// over, once.
func TestChangedPage(t *testing.T) {
	s := newShop(t)
	var rows []map[string]any
	for i := range 7 {
		rows = append(rows, meter(0.2, map[string]any{"armSkuName": fmt.Sprintf("Standard_D%ds_v9", i)}))
	}
	s.items["Virtual Machines/westeurope"] = rows
	opt := s.options("azure", "vm")
	opt.Regions = []string{"westeurope"}
	changes := 1
	s.meets(func(_ http.ResponseWriter, r *http.Request) bool {
		if r.URL.Query().Get("$skip") != "4" || changes == 0 {
			return false
		}
		changes--
		s.mu.Lock()
		defer s.mu.Unlock()
		all := s.items["Virtual Machines/westeurope"] // everything moves up by one: a row is never seen
		s.items["Virtual Machines/westeurope"] = append(all[1:len(all):len(all)], meter(0.3, map[string]any{"armSkuName": "Standard_New"}))
		return false
	})
	_, over := refreshed(t, opt)
	if got := prices(t, over, "azure"); len(got) != 7 || got["westeurope vm/Standard_D4s_v9/linux/on-demand"] == "" || got["westeurope vm/Standard_New/linux/on-demand"] == "" {
		t.Errorf("%v", got)
	}
	before := tree(t, opt.Dir)
	changes = -1
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "changed twice") {
		t.Errorf("%v", err)
	}
	sameTree(t, opt.Dir, before)
}

// TestGoogleTokenExpires: a token that is refused in the middle starts the list
// over.
func TestGoogleTokenExpires(t *testing.T) {
	s := newShop(t)
	for i := range 5 {
		s.skus[computeEngine] = append(s.skus[computeEngine], sku("SSD backed PD Capacity in Belgium", "OnDemand", "GiBy.mo", "0.17", fmt.Sprintf("nowhere-west%d", i)))
	}
	left := 1
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Query().Get("pageToken") != "from-4" || left == 0 {
			return false
		}
		left--
		w.WriteHeader(http.StatusBadRequest)
		s.say(w, map[string]any{"error": map[string]any{"code": 400, "message": "The page token is not valid."}})
		return true
	})
	_, over := refreshed(t, s.options("gcp", "disk"))
	if got := prices(t, over, "gcp"); len(got) != 5 {
		t.Errorf("%v", got)
	}
}

// TestStoppedAndResumed: a run that is stopped leaves the overlay as it was, and
// the next one reads only what is missing.
func TestStoppedAndResumed(t *testing.T) {
	s, opt := ebsShop(t)
	refreshed(t, opt)
	before := tree(t, opt.Dir)
	s.version = "20261105000000"
	for i, region := range []string{"us-east-1", "eu-west-1", "eu-central-1"} {
		s.offers["AmazonEC2"][region] = gp3(s.version, region, fmt.Sprintf("0.09%d", i+1))
	}
	ctx, stop := context.WithCancel(context.Background())
	held := make(chan struct{})
	s.meets(func(_ http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, "us-east-1/index.json") {
			<-held
		}
		return false
	})
	opt.Progress = func(p Progress) {
		if p.Done == 2 { // the others are read
			stop()
		}
	}
	s.requests("")
	if _, err := Run(ctx, opt); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	close(held)
	sameTree(t, opt.Dir, before)

	// A part that was cut when it was kept is read anew.
	parts, _ := filepath.Glob(filepath.Join(opt.Dir+".refresh", "parts", "*.json"))
	if len(parts) != 2 {
		t.Fatalf("%d parts were kept", len(parts))
	}
	text, err := os.ReadFile(parts[0])
	if err != nil || os.WriteFile(parts[0], text[:len(text)/2], 0o644) != nil {
		t.Fatal(err)
	}
	s.meets(nil)
	s.requests("")
	opt.Progress = nil
	sum, over := refreshed(t, opt)
	expect(t, over, "aws", map[string]string{
		"us-east-1 ebs/gp3/storage": "GB-month 0:0.091", "eu-west-1 ebs/gp3/storage": "GB-month 0:0.092", "eu-central-1 ebs/gp3/storage": "GB-month 0:0.093",
	})
	if got := s.requests("-1/index.json"); got != 2 || sum.Resumed != 1 {
		t.Errorf("%d files were read and %d taken from before, want 2 and 1", got, sum.Resumed)
	}

	// What was kept of one version is nothing for the next.
	if sum, _ := refreshed(t, opt); sum.Resumed != 0 {
		t.Errorf("%d parts of a run that was done", sum.Resumed)
	}
}

// TestPartOfIt: a refresh of one service or region leaves the rest of the
// overlay as it was, with its day.
func TestPartOfIt(t *testing.T) {
	s, opt := ebsShop(t)
	refreshed(t, opt)
	s.offers["AmazonEC2"]["eu-west-1"] = gp3(s.version, "eu-west-1", "0.2")
	s.offers["AmazonEC2"]["us-east-1"] = gp3(s.version, "us-east-1", "0.3")
	opt.Regions, opt.Day = []string{"eu-west-1"}, "2026-12-01"
	_, over := refreshed(t, opt)
	expect(t, over, "aws", map[string]string{
		"us-east-1 ebs/gp3/storage": "GB-month 0:0.081", "eu-west-1 ebs/gp3/storage": "GB-month 0:0.2", "eu-central-1 ebs/gp3/storage": "GB-month 0:0.083",
	})
	list, err := catalogue.ReadOverlayList(os.DirFS(opt.Dir))
	if err != nil || list.Day != "2026-12-01" || fmt.Sprint(list.Parts) != "[{aws ebs eu-central-1 2026-11-21 1} {aws ebs eu-west-1 2026-12-01 1} {aws ebs us-east-1 2026-11-21 1}]" {
		t.Errorf("%+v %v", list, err)
	}
	// A price that the list no longer has goes.
	s.offers["AmazonEC2"]["eu-west-1"] = offerFile(s.version, used("Storage", "x"))
	_, over = refreshed(t, opt)
	if got := prices(t, over, "aws"); len(got) != 2 || got["eu-west-1 ebs/gp3/storage"] != "" {
		t.Errorf("%v", got)
	}
}

// TestFolderThatIsNone: nothing is written where something else lies, and one
// refresh at a time works on a folder.
func TestFolderThatIsNone(t *testing.T) {
	_, opt := ebsShop(t)
	if err := os.MkdirAll(opt.Dir, 0o755); err != nil {
		t.Fatal(err)
	}
	notes := filepath.Join(opt.Dir, "notes.txt")
	if err := os.WriteFile(notes, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "is not an overlay, for it holds notes.txt") {
		t.Errorf("%v", err)
	}
	if text, err := os.ReadFile(notes); err != nil || string(text) != "mine" {
		t.Error("the folder was touched")
	}
	if err := os.Remove(notes); err != nil {
		t.Fatal(err)
	}
	lock := flock.New(filepath.Join(opt.Dir+".refresh", "lock"))
	if ok, err := lock.TryLock(); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "another refresh is at work") {
		t.Errorf("%v", err)
	}
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	refreshed(t, opt)
}

// TestSideBySide: of refreshes at the same time each does its work when it is its
// turn, or says that another is at work; the overlay is whole at every moment.
func TestSideBySide(t *testing.T) {
	s, opt := ebsShop(t)
	refreshed(t, opt)
	s.meets(func(http.ResponseWriter, *http.Request) bool { time.Sleep(10 * time.Millisecond); return false })
	var wg sync.WaitGroup
	errs := make([]error, 3)
	for i := range errs {
		wg.Go(func() { _, errs[i] = Run(context.Background(), opt) })
	}
	done := make(chan struct{})
	go func() { wg.Wait(); close(done) }()
	for working := true; working; {
		select {
		case <-done:
			working = false
		default:
		}
		if _, err := opt.Facts.WithOverlay(opt.Dir); err != nil {
			t.Fatal(err)
		}
	}
	did := 0
	for _, err := range errs {
		switch {
		case err == nil:
			did++
		case !errors.As(err, new(Slip)):
			t.Error(err)
		}
	}
	if did == 0 {
		t.Error("none of them did its work")
	}
	over, err := opt.Facts.WithOverlay(opt.Dir)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, found{over, opt.Dir}, "aws", threeRegions)
}

// TestDamagedOverlay: one that was changed is not used, and the next refresh
// makes it anew without what it said; one that was moved aside by a run that
// died is put back.
func TestDamagedOverlay(t *testing.T) {
	_, opt := ebsShop(t)
	refreshed(t, opt)
	name := filepath.Join(opt.Dir, "aws", "prices", "ebs.csv")
	text, err := os.ReadFile(name)
	if err != nil || os.WriteFile(name, []byte(strings.Replace(string(text), "0.083", "0.001", 1)), 0o644) != nil {
		t.Fatal(err)
	}
	opt.Regions = []string{"us-east-1"}
	sum, over := refreshed(t, opt)
	expect(t, over, "aws", map[string]string{"us-east-1 ebs/gp3/storage": "GB-month 0:0.081"})
	if len(sum.Notes) != 1 || !strings.Contains(sum.Notes[0], "nothing of it was kept") {
		t.Errorf("%v", sum.Notes)
	}
	if err := os.Rename(opt.Dir, opt.Dir+catalogue.OverlayOld); err != nil {
		t.Fatal(err)
	}
	if again, err := opt.Facts.WithOverlay(opt.Dir); err != nil {
		t.Error(err)
	} else if p, _ := again.Price("aws", "us-east-1", "ebs/gp3/storage"); p.Source != "aws-price-list" {
		t.Errorf("%+v", p)
	}
	opt.Regions = []string{"eu-west-1"}
	_, over = refreshed(t, opt)
	expect(t, over, "aws", map[string]string{"us-east-1 ebs/gp3/storage": "GB-month 0:0.081", "eu-west-1 ebs/gp3/storage": "GB-month 0:0.082"})
}

// TestOtherHosts: lists and pages that lead elsewhere are not followed.
func TestOtherHosts(t *testing.T) {
	other := newShop(t)
	s, opt := ebsShop(t)
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, "region_index.json") {
			s.say(w, map[string]any{"regions": map[string]any{"us-east-1": map[string]string{"currentVersionUrl": other.URL + "/offers/x"}}})
			return true
		}
		return false
	})
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "is no address at") {
		t.Errorf("%v", err)
	}
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		http.Redirect(w, r, other.URL+r.URL.Path, http.StatusFound)
		return true
	})
	if _, err := Run(context.Background(), opt); err == nil || !strings.Contains(err.Error(), "which is another host") {
		t.Errorf("%v", err)
	}
	az := s.options("azure", "vm")
	az.Regions = []string{"westeurope"}
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		s.say(w, map[string]any{"Items": []any{}, "NextPageLink": other.URL + r.URL.Path, "Count": 0})
		return true
	})
	if _, err := Run(context.Background(), az); err == nil || !strings.Contains(err.Error(), "its next page is not at") {
		t.Errorf("%v", err)
	}
	s.meets(func(w http.ResponseWriter, r *http.Request) bool {
		s.say(w, map[string]any{"Items": []any{}, "NextPageLink": s.URL + "/api/retail/prices?$skip=1", "Count": 0})
		return true
	})
	if _, err := Run(context.Background(), az); err == nil || !strings.Contains(err.Error(), "lead in a circle") {
		t.Errorf("%v", err)
	}
	if n := other.requests(""); n != 0 {
		t.Errorf("the other host was asked %d times", n)
	}
}

// TestUnknownService names those that are mapped.
func TestUnknownService(t *testing.T) {
	s := newShop(t)
	_, err := Run(context.Background(), s.options("aws", "ebs", "quantum"))
	if err == nil || !strings.Contains(err.Error(), `"quantum"`) || !strings.Contains(err.Error(), "ebs, ec2") {
		t.Errorf("%v", err)
	}
}

// TestAllCloudsWithoutKey: without a key Google is left out, which is said, and
// the services that no mapping reaches are named.
func TestAllCloudsWithoutKey(t *testing.T) {
	s, opt := ebsShop(t)
	opt.Clouds, opt.Services, opt.GoogleKey, opt.Regions = nil, []string{"ebs", "disk"}, "", []string{"us-east-1", "westeurope"}
	opt.Endpoints = map[string]string{"aws": s.URL, "azure": s.URL}
	sum, over := refreshed(t, opt)
	expect(t, over, "aws", map[string]string{"us-east-1 ebs/gp3/storage": "GB-month 0:0.081"})
	if len(sum.Notes) != 2 || !strings.Contains(sum.Notes[0], "Google's prices were not read") || !strings.Contains(sum.Notes[1], "azure: no price was found for disk,") {
		t.Errorf("%v", sum.Notes)
	}
	kept := fmt.Sprint(sum.Kept)
	for _, name := range []string{"cloudfront", "databricks", "spanner"} {
		if !strings.Contains(kept, name) {
			t.Errorf("%s is not named among what stays as it is", name)
		}
	}
	if strings.Contains(kept, " ec2 ") {
		t.Error("ec2 is mapped")
	}
}
