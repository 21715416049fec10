package publish

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDiff(t *testing.T) {
	l := Lines{}
	l.diff(`diff --git a/main.tf b/main.tf
index 1..2 100644
--- a/main.tf
+++ b/main.tf
@@ -1,4 +1,5 @@ resource
 a
-b
+B
+++ not a header
 c
 d
@@ -20 +21,2 @@
-x
+y
+z
\ No newline at end of file
diff --git a/old.tf b/old.tf
deleted file mode 100644
--- a/old.tf
+++ /dev/null
@@ -1,2 +0,0 @@
-a
-b
diff --git "a/sch\303\266n.tf" "b/sch\303\266n.tf"
new file mode 100644
--- /dev/null
+++ "b/sch\303\266n.tf"
@@ -0,0 +1 @@
+a
diff --git a/logo.png b/logo.png
Binary files a/logo.png and b/logo.png differ
`)
	want := Lines{"main.tf": {2: true, 3: true, 21: true, 22: true}, "schön.tf": {1: true}}
	if diff := cmp.Diff(want, l); diff != "" {
		t.Error(diff)
	}
	if !l.All("main.tf", 2, 3) || l.All("main.tf", 2, 4) || l.All("main.tf", 3, 2) || l.All("x", 1, 1) {
		t.Error("All")
	}
}

// Whatever a server sends, reading it comes to an end.
func FuzzDiff(f *testing.F) {
	f.Add("diff --git a/x b/x\n+++ b/x\n@@ -1 +1,9999999999999999999 @@\n+a\n")
	f.Add("@@ -0,0 +1 @@\n")
	f.Add("diff --git \"\n+++ \"b/\\400\"\n@@ @@ @@\n+\n")
	f.Fuzz(func(t *testing.T, text string) {
		l := Lines{}
		l.diff(text)
		l.hunks("x", text)
		n := 0
		for _, of := range l {
			n += len(of)
		}
		if n > len(text)*2 {
			t.Errorf("%d lines of %d bytes", n, len(text))
		}
	})
}
