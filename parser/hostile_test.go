package parser

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/iaclint/iaclint/model"
)

// canary is what stands in files that no tree may read; nothing of it may come
// out, not even its digest.
const canary = "canary-5f1d"

// attack is a tree that somebody wrote to harm who checks it. Every tree has a
// good file beside what is hostile, and that has to be checked all the same.
type attack struct {
	files map[string]string
	setup func(t *testing.T, dir string) // more, of a tree that lies beside a folder "outside"
	opt   SourceOptions
	notes []string // parts of what is said
	open  bool     // the plan says that it does not speak for everything
	known string   // what attribute "name" of aws_eip.x is; "" does not look
	most  uint64   // MiB taken from the heap in all; 0 is 512
}

const good = "resource \"aws_eip\" \"good\" {}\n"

// x is a resource with an attribute.
func x(expr string) string { return "resource \"aws_eip\" \"x\" {\n  name = " + expr + "\n}\n" }

func main(text string) map[string]string { return map[string]string{"main.tf": text} }

// deep is text inside n pairs.
func deep(open, inner, end string, n int) string {
	return strings.Repeat(open, n) + inner + strings.Repeat(end, n)
}

// lines writes something for numbers from 0 on.
func lines(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i))
	}
	return b.String()
}

// fanOut is folders that call each other often, 10^9 times in all.
func fanOut(call func(next string) string) map[string]string {
	out := map[string]string{"main.tf": call("./a")}
	for _, dir := range []string{"a", "b", "c"} {
		next := string(dir[0] + 1)
		out[dir+"/main.tf"] = call("../" + next)
	}
	out["d/main.tf"] = "resource \"aws_eip\" \"e\" {}\n"
	return out
}

func outside(t *testing.T, dir, name string) string {
	t.Helper()
	path := filepath.Join(filepath.Dir(dir), "outside", name)
	put(t, path, canary+"\n")
	return path
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func symlink(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		t.Fatal(err)
	}
}

func attacks() map[string]attack {
	call := func(name, source string) string { return fmt.Sprintf("module %q {\n  source = %q\n}\n", name, source) }
	all := map[string]attack{
		// Depth.
		"parentheses": {open: true, files: main("locals {\n  a = " + deep("(", "1", ")", 100_000) + "\n}\n"), notes: []string{"too deep"}},
		"lists":       {open: true, files: main("locals {\n  a = " + deep("[", "", "]", 100_000) + "\n}\n"), notes: []string{"too deep"}},
		"objects":     {open: true, files: main("locals {\n  a = " + deep("{a=", "1", "}", 100_000) + "\n}\n"), notes: []string{"too deep"}},
		"calls":       {open: true, files: main("locals {\n  a = " + deep("abs(", "1", ")", 100_000) + "\n}\n"), notes: []string{"too deep"}},
		"negations":   {open: true, files: main("locals {\n  a = " + deep("!", "true", "", 100_000) + "\n}\n"), notes: []string{"too deep"}},
		"templates":   {open: true, files: main("locals {\n  a = " + deep(`"${`, "1", `}"`, 50_000) + "\n}\n"), notes: []string{"too deep"}},
		"conditions":  {open: true, files: main("locals {\n  a = " + deep("true?1:", "1", "", 100_000) + "\n}\n"), notes: []string{"too deep"}},
		"sums":        {open: true, files: main("locals {\n  a = " + deep("1+", "1", "", 200_000) + "\n}\n"), notes: []string{"in a row"}},
		"blocks":      {open: true, files: main("resource \"aws_eip\" \"x\" {\n" + deep("a {\n", "", "}\n", 20_000) + "}\n"), notes: []string{"too deep"}},
		"deep JSON":   {open: true, files: map[string]string{"main.tf.json": `{"locals":{"a":` + deep("[", "", "]", 100_000) + `}}`}, notes: []string{"too deep"}},
		"JSON blocks": {open: true, files: map[string]string{"main.tf.json": `{"resource":{"aws_eip":{"x":` + deep(`{"a":`, "1", "}", 100_000) + `}}}`}, notes: []string{"too deep"}},
		"templates in JSON": {open: true, files: map[string]string{"main.tf.json": `{"locals":{"a":"` + deep(`${[`, "1", `]}`, 50_000) + `"},"resource":{"aws_eip":{"x":{"name":"n"}}}}`},
			notes: []string{"too deep"}, known: `"n"`},
		"deep values": {most: 1024, files: main("locals {\n  l0 = 1\n" + lines(100_000, func(i int) string { return fmt.Sprintf("  l%d = [local.l%d]\n", i+1, i) }) + "}\n" + x("local.l100000")),
			known: "unknown"},

		// Circles and chains.
		"circle of locals":    {files: main("locals {\n  a = local.b\n  b = local.c\n  c = local.a\n}\n" + x("local.b")), notes: []string{"Cycle", "local.a", "local.b", "local.c"}, known: "unknown"},
		"circle of resources": {files: main("resource \"aws_eip\" \"x\" { name = aws_eip.y.name }\nresource \"aws_eip\" \"y\" { name = aws_eip.x.name }\n"), known: "unknown"},
		"count of itself":     {files: main("resource \"aws_eip\" \"x\" { count = length(aws_eip.x) }\n"), open: true},
		"circle through a module": {files: map[string]string{
			"main.tf":   "module \"m\" {\n  source = \"./m\"\n  in = module.m.out\n}\n" + x("module.m.out"),
			"m/main.tf": "variable \"in\" {}\noutput \"out\" { value = var.in }\n",
		}, notes: []string{"Cycle"}, known: "unknown"},
		"chain of locals": {files: main("locals {\n  l0 = \"end\"\n" + lines(100_000, func(i int) string { return fmt.Sprintf("  l%d = local.l%d\n", i+1, i) }) + "}\n" + x("local.l100000")),
			notes: []string{"rests on"}, known: "unknown"},
		"chain of resources": {files: main(x("aws_eip.r20000.name") + "resource \"aws_eip\" \"r0\" {}\n" + lines(20_000, func(i int) string {
			return fmt.Sprintf("resource \"aws_eip\" \"r%d\" { name = aws_eip.r%d.name }\n", i+1, i)
		})), notes: []string{"rests on"}, known: "unknown"},
		"itself":     {files: main(call("m", "./") + call("n", "../tree/./")), notes: []string{"calls itself"}, open: true},
		"each other": {files: map[string]string{"main.tf": call("m", "./m"), "m/main.tf": call("n", "../n"), "n/main.tf": call("m", "../m")}, notes: []string{"calls itself"}, open: true},

		// Many.
		"billion by count": {files: fanOut(func(next string) string { return "module \"m\" {\n  source = \"" + next + "\"\n  count = 1000\n}\n" }), open: true, notes: []string{"Too many instances"}, most: 2048},
		"billion by for_each": {files: fanOut(func(next string) string {
			return "module \"m\" {\n  source = \"" + next + "\"\n  for_each = toset([for i in range(1000) : tostring(i)])\n}\n"
		}), open: true, most: 2048},
		"billion by calls": {files: fanOut(func(next string) string {
			return lines(180, func(i int) string { return call(fmt.Sprintf("m%d", i), next) })
		}), open: true, notes: []string{"Too many instances"}, most: 2048},
		"billion of resources": {files: map[string]string{
			"main.tf":   "module \"m\" {\n  source = \"./m\"\n  count = 10000\n}\n",
			"m/main.tf": lines(10_000, func(i int) string { return fmt.Sprintf("resource \"aws_eip\" \"e%d\" { count = 0 }\n", i) }),
		}, open: true, most: 2048},
		"count 1e9":        {files: main("resource \"aws_eip\" \"x\" { count = 1e9 }\n"), open: true, notes: []string{"1000000000"}},
		"count 1e90":       {files: main("resource \"aws_eip\" \"x\" { count = 1e90 }\n"), open: true, notes: []string{"count of aws_eip.x"}},
		"count -1":         {files: main("resource \"aws_eip\" \"x\" { count = -1 }\n"), open: true, notes: []string{"no whole number"}},
		"count 1.5":        {files: main("resource \"aws_eip\" \"x\" { count = 1.5 }\n"), open: true, notes: []string{"no whole number"}},
		"count text":       {files: main("resource \"aws_eip\" \"x\" { count = \"x\" }\n"), open: true, notes: []string{"no number"}},
		"count null":       {files: main("resource \"aws_eip\" \"x\" { count = null }\n"), open: true, notes: []string{"null"}},
		"count of secrets": {files: main("variable \"n\" {\n  default = 7314\n  sensitive = true\n}\nresource \"aws_eip\" \"x\" { count = var.n }\n"), open: true, notes: []string{"sensitive"}},
		"for_each number":  {files: main("resource \"aws_eip\" \"x\" { for_each = 3 }\n"), open: true, notes: []string{"no map"}},
		"for_each numbers": {files: main("resource \"aws_eip\" \"x\" { for_each = toset([1, {}]) }\n"), open: true},
		"for_each secret":  {files: main("variable \"n\" {\n  default = [\"hunter2\"]\n  type = set(string)\n  sensitive = true\n}\nresource \"aws_eip\" \"x\" { for_each = var.n }\n"), open: true, notes: []string{"sensitive"}},
		"for_each secrets": {files: main("resource \"aws_eip\" \"x\" { for_each = toset([sensitive(\"hunter2\")]) }\n"), open: true, notes: []string{"sensitive"}},
		"for_each unknown": {files: main("resource \"aws_eip\" \"x\" { for_each = toset([aws_eip.good.id]) }\n"), open: true},
		"dynamic": {most: 1024, files: main("resource \"aws_eip\" \"x\" {\n  dynamic \"a\" {\n    for_each = range(1000)\n    content {\n      dynamic \"b\" {\n        for_each = range(1000)\n        content {\n          dynamic \"c\" {\n            for_each = range(1000)\n            content { d = c.value }\n          }\n        }\n      }\n    }\n  }\n}\n"),
			notes: []string{"dynamic"}},

		// Much of little.
		"setproduct":      {files: main("locals { r = range(1024) }\n" + x("length(setproduct(local.r, local.r, [1, 2, 3]))")), notes: []string{"too large"}, known: "unknown"},
		"doubled texts":   {files: main("locals {\n  l0 = \"0123456789\"\n" + lines(30, func(i int) string { return fmt.Sprintf("  l%d = \"${local.l%d}${local.l%d}\"\n", i+1, i, i) }) + "}\n" + x("length(local.l30)")), notes: []string{"large"}, known: "unknown"},
		"doubled lists":   {files: main("locals {\n  l0 = [1, 2]\n" + lines(30, func(i int) string { return fmt.Sprintf("  l%d = concat(local.l%d, local.l%d)\n", i+1, i, i) }) + "}\n" + x("length(local.l30)")), notes: []string{"large"}, known: "unknown"},
		"doubled objects": {files: main("locals {\n  l0 = { a = 1 }\n" + lines(30, func(i int) string { return fmt.Sprintf("  l%d = { a = local.l%d, b = local.l%d }\n", i+1, i, i) }) + "}\n" + x("jsonencode(local.l30)")), notes: []string{"large"}, known: "unknown"},
		"long in a row":   {files: main("locals {\n  a = join(\"\", [for i in range(1000) : format(\"%01000d\", i)])\n  b = \"" + strings.Repeat("${local.a}", 5000) + "\"\n}\n" + x("local.b")), notes: []string{"large"}, known: "unknown"},
		"long in calls":   {files: main("locals {\n  a = join(\"\", [for i in range(1000) : format(\"%01000d\", i)])\n  b = [" + strings.Repeat("length(jsonencode(local.a)),", 5000) + "]\n}\n" + x("length(local.b)")), known: "unknown"},
		"long everywhere": {open: true, files: main("locals { a = join(\"\", [for i in range(1000) : format(\"%04000d\", i)]) }\n" + lines(1000, func(i int) string { return fmt.Sprintf("resource \"aws_eip\" \"e%d\" { name = local.a }\n", i) })), notes: []string{"Too much"}, most: 2048},
		"widths":          {files: main(x(`format("%01000000000d%1000000000s", 1, "")`)), notes: []string{"too large"}, known: "unknown"},
		"powers":          {files: main(x("[pow(10, 400), pow(-10, 401), log(0, 10), 1e300 * 1e300, pow(2, 1000000000)]"))},
		"infinity":        {files: main(x("pow(10, 400)")), known: "unknown"},
		"division":        {files: main(x("1 / 0")), known: "unknown"},
		"long number":     {files: main(x("1e600000000")), known: "unknown"},
		"number as text":  {files: main(x(`"${1e600000000}"`)), known: "unknown"},
		"number or text":  {files: main("variable \"a\" { default = true }\n" + x(`var.a ? 1e600000000 : "a"`)), known: "unknown"},
		"number as key":   {files: main(x(`{ (1e600000000) = 1 }`))},
		"number in text":  {files: main(x(`jsonencode(jsondecode("[1e600000000]"))`)), known: "unknown"},
		"text as number":  {files: main(x(`"${tonumber("1e600000000")}"`)), known: "unknown"},
		"number squared":  {files: main("locals {\n  l0 = 1e300\n" + lines(22, func(i int) string { return fmt.Sprintf("  l%d = local.l%d * local.l%d\n", i+1, i, i) }) + "}\n" + x(`"${local.l22}"`)), known: "unknown"},
		"subnets":         {files: main(x(`cidrsubnets("10.0.0.0/8", [for i in range(1000) : 30]...)`))},
		"subnets of none": {files: main(x(`[cidrsubnets("10.0.0.0/8"), cidrsubnet("::/0", 128, 1e60), cidrhost("10.0.0.0/8", -1e60), cidrsubnet("10.0.0.0/8", 1e18, 1)]`)), known: "unknown"},
		"aliases": {files: main("locals {\n  y = yamldecode(<<Y\na: &a [x,x,x,x,x,x,x,x,x]\n" + lines(9, func(i int) string {
			return fmt.Sprintf("%c: &%c [%s]\n", 'b'+i, 'b'+i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", 'a'+i), 9), ","))
		}) + "Y\n)\n}\n" + x("jsonencode(local.y)")), known: "unknown"},
		"loops": {files: main(x("[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : 1]]]")), notes: []string{"makes too much"}, known: "unknown"},
		"loops for nothing": {most: 1024, files: main(x("length([for a in range(1000) : 1 if length([for b in range(1000) : 1 if length([for c in range(1000) : 1]) < 0]) > 0])")),
			notes: []string{"makes too much"}, known: "unknown"},
		"loops of objects": {most: 1024, files: main(x("{ for a in range(1000) : a => { for b in range(1000) : b => { for c in range(1000) : c => a } } }")), notes: []string{"makes too much"}, known: "unknown"},
		"loops in templates": {most: 1024, files: main("locals {\n  t = <<T\n%{for a in range(1000)}%{for b in range(1000)}%{for c in range(1000)}x%{endfor}%{endfor}%{endfor}\nT\n}\n" + x("local.t")),
			notes: []string{"makes too much"}, known: "unknown"},
		"splats":                 {files: main("locals { l = [for a in range(1000) : range(1000)] }\n" + x("[for b in range(1000) : local.l[*][b]]")), known: "unknown"},
		"loops in variables":     {open: true, files: map[string]string{"main.tf": "variable \"v\" {}\n" + x("var.v"), "terraform.tfvars": "v = " + nested(strings.Repeat("1,", 1000)) + "\n"}, known: "unknown"},
		"loops in defaults":      {open: true, files: main("variable \"v\" { default = " + nested(strings.Repeat("1,", 1000)) + " }\n" + x("var.v")), known: "unknown"},
		"loops in sources":       {files: main("module \"m\" { source = " + nested(strings.Repeat("1,", 1000)) + " }\n"), open: true},
		"loops in switches":      {open: true, files: main("variable \"v\" { sensitive = " + nested(strings.Repeat("1,", 1000)) + " }\n")},
		"everything of everyone": {open: true, files: main("resource \"aws_eip\" \"m\" { count = 20000 }\nlocals {\n  a = [for m in aws_eip.m : m]\n  n = [" + lines(2000, func(i int) string { return fmt.Sprintf("local.a[0].attr%d,", i) }) + "]\n}\n" + x("length(local.a)")), known: "unknown", most: 1024},
		"references":             {most: 1024, files: main("locals {\n" + lines(2000, func(i int) string { return fmt.Sprintf("  l%d = local.l%d\n", i, i+1) }) + "}\n" + lines(2000, func(i int) string { return fmt.Sprintf("resource \"aws_eip\" \"e%d\" { name = local.l0 }\n", i) }))},

		// Files.
		"passwd": {files: main(x(`join("", [file("/etc/passwd"), fileexists("/etc/passwd"), filesha256("/etc/passwd")])`)), notes: []string{"outside"}, known: "unknown"},
		"folders": {files: main("locals { t = fileset(\"../outside\", \"*\") }\n" + x("length(local.t)")), setup: func(t *testing.T, dir string) { outside(t, dir, "secret.txt") },
			notes: []string{"outside"}, known: "unknown"},
		"files through links": {files: main(x(`[file("l"), filesha256("l"), filebase64("l"), fileexists("l"), templatefile("l", {}), fileset(".", "l")]`)),
			setup: func(t *testing.T, dir string) { symlink(t, outside(t, dir, "secret.txt"), filepath.Join(dir, "l")) }, notes: []string{"outside"}},
		"files in tags": {files: main("resource \"aws_eip\" \"x\" {\n  tags = {\n    a = file(\"../outside/secret.txt\")\n    b = filesha256(\"../outside/secret.txt\")\n    (file(\"../outside/secret.txt\")) = 1\n  }\n}\n"),
			setup: func(t *testing.T, dir string) { outside(t, dir, "secret.txt") }, notes: []string{"outside"}},
		"templates that read": {files: map[string]string{"main.tf": x(`templatefile("t", {})`), "t": `${file("../outside/secret.txt")}`},
			setup: func(t *testing.T, dir string) { outside(t, dir, "secret.txt") }, known: "unknown"},
		"module outside": {files: main(call("m", "../outside") + call("n", "../../../../../../../../../../etc")), setup: func(t *testing.T, dir string) {
			put(t, outside(t, dir, "main.tf"), "resource \"aws_eip\" \""+canary+"\" {}\n")
		}, notes: []string{"outside"}, open: true},
		"module through a link": {files: main(call("m", "./m")), setup: func(t *testing.T, dir string) {
			put(t, outside(t, dir, "main.tf"), "resource \"aws_eip\" \""+canary+"\" {}\n")
			symlink(t, "../outside", filepath.Join(dir, "m"))
		}, notes: []string{"outside"}, open: true},
		"module in a circle of links": {files: main(call("m", "./m")), setup: func(t *testing.T, dir string) { symlink(t, "m", filepath.Join(dir, "m")) }, open: true, notes: []string{"circle"}},
		"module through itself":       {files: main(call("m", "./m/m/m")), setup: func(t *testing.T, dir string) { symlink(t, ".", filepath.Join(dir, "m")) }, open: true, notes: []string{"calls itself"}},
		"modules.json": {files: map[string]string{"main.tf": call("m", "a/b/c") + call("n", "d/e/f"),
			".terraform/modules/modules.json": `{"Modules":[{"Key":"m","Source":"a/b/c","Dir":"../outside"},{"Key":"n","Source":"d/e/f","Dir":"/etc"}]}`},
			setup: func(t *testing.T, dir string) {
				put(t, outside(t, dir, "main.tf"), "resource \"aws_eip\" \""+canary+"\" {}\n")
			}, notes: []string{"outside"}, open: true},
		"broken modules.json": {files: map[string]string{"main.tf": call("m", "a/b/c"), ".terraform/modules/modules.json": deep("[", "", "]", 100_000)}, notes: []string{"run init"}, open: true},
		"file through a link": {open: true, files: main(""), setup: func(t *testing.T, dir string) {
			put(t, outside(t, dir, "main.tf"), "resource \"aws_eip\" \""+canary+"\" {}\n")
			symlink(t, "../outside/main.tf", filepath.Join(dir, "l.tf"))
			symlink(t, "../outside/main.tf", filepath.Join(dir, "terraform.tfvars"))
			symlink(t, "gone.tf", filepath.Join(dir, "g.tf"))
			symlink(t, "h.tf", filepath.Join(dir, "h.tf"))
		}, notes: []string{"outside", "does not exist", "circle"}},
		"folder": {files: main(x(`file("x.tf")`)), setup: func(t *testing.T, dir string) { put(t, filepath.Join(dir, "x.tf", "main.tf"), "") },
			notes: []string{"a folder"}, known: "unknown"},
		"given": {files: main("variable \"v\" { type = list(number) }\nvariable \"w\" { type = list(string) }\nvariable \"z\" { type = list(number) }\n" + x("[var.v, var.w, var.z][0]")),
			opt:   SourceOptions{Given: []Given{{Name: "v", Value: deep("[", "", "]", 100_000)}, {Name: "w", Value: "[1e600000000]"}, {Name: "z", Value: nested(strings.Repeat("1,", 1000))}}},
			notes: []string{"Wrong value for a variable"}, known: "unknown"},
		"URLs": {files: main(lines(len(urls), func(i int) string { return call(fmt.Sprintf("m%d", i), urls[i]) })), notes: []string{"run init"}, open: true},
		"environment": {files: main("variable \"v\" {}\nvariable \"HOME\" {}\n" + x("var.v")), setup: func(t *testing.T, _ string) { t.Setenv("TF_VAR_v", canary) },
			notes: []string{"Variables without a value"}, known: "unknown"},

		// Junk.
		"bad UTF-8":      {open: true, files: map[string]string{"bad.tf": "locals {\n  a = \"\xff\xfe\"\n}\n", "bad.tf.json": "{\"locals\": {\"a\": \"\xff\"}}"}, notes: []string{"bad.tf:", "bad.tf.json:"}},
		"NUL":            {open: true, files: map[string]string{"bad.tf": "locals {\n  a = \x00\n}\n"}, notes: []string{"bad.tf:"}},
		"junk":           {open: true, files: map[string]string{"bad.tf": "\x7fELF\x02\x01\x01", "worse.tf": "}{)(]["}, notes: []string{"bad.tf:", "worse.tf:"}},
		"heredoc":        {open: true, files: map[string]string{"bad.tf": "locals {\n  a = <<EOT\nnever ends\n"}, notes: []string{"bad.tf:"}},
		"empty":          {open: true, files: map[string]string{"bad.tf": "", "bad.tf.json": "", "null.tf.json": "null"}, notes: []string{"bad.tf.json:", "null.tf.json:"}},
		"thousand files": {files: many(4990)},
		"strange names":  {files: main("resource \"aws_eip\" \"x\" {\n  name = \"n\"\n  for_each = { \"\\u001b[31m\\\"]\\n\" = 1 }\n}\n")},
	}
	for _, a := range all {
		a.files["good.tf"] = good
	}
	return all
}

// shownOf is everything that is known of a resource.
func shownOf(r *model.Resource) string {
	var b strings.Builder
	for _, name := range r.After.Names() {
		fmt.Fprintf(&b, "%s=%#v\n", name, r.After.Attr(name))
	}
	return b.String()
}

// nested is loops inside each other over a list.
func nested(list string) string {
	return "[for a in [" + list + "] : [for b in [" + list + "] : [for c in [" + list + "] : 1]]]"
}

func many(n int) map[string]string {
	out := map[string]string{}
	for i := range n {
		out[fmt.Sprintf("f%d.tf", i)] = fmt.Sprintf("locals {\n  l%d = %d\n}\n", i, i)
	}
	return out
}

var urls = []string{
	"git::https://example.com/repo.git?ref=--upload-pack=touch", "git::ssh://-oProxyCommand=touch/x", "--upload-pack=touch", "git::--upload-pack=touch",
	"https://example.com/m.zip", "s3::https://example.com/m", "github.com/a/b//../../etc", "git@github.com:a/b.git", "file:///etc", "/etc", "~/m", "C:\\m", "", "a/b/c//../../..", "oci://example.com/m",
}

func TestHostileTrees(t *testing.T) {
	for name, a := range attacks() {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "tree")
			for name, text := range a.files {
				put(t, filepath.Join(dir, name), text)
			}
			if a.setup != nil {
				a.setup(t, dir)
			}
			// Nothing takes so long: it ends the test, not the work.
			ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
			defer cancel()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			plan, err := Load(ctx, dir, Options{Source: a.opt})
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			most := a.most
			if most == 0 {
				most = 512
			}
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > heaviness*most {
				t.Errorf("%d MiB were taken, more than %d", used, most)
			}
			a.look(t, plan)
		})
	}
}

// look looks at what came of an attack.
func (a attack) look(t *testing.T, plan *model.Plan) {
	t.Helper()
	there := false
	for _, r := range plan.Resources {
		there = there || r.Address == "aws_eip.good"
		if a.known != "" && r.Address == "aws_eip.x" {
			if got := said(r, "name"); got != a.known {
				t.Errorf("name is %.100s, want %s", got, a.known)
			}
		}
	}
	if !there {
		t.Errorf("the good file is not checked; %d others are", len(plan.Resources))
	}
	if open := plan.Incomplete != ""; open != a.open {
		t.Errorf("incomplete: %q, want %t", plan.Incomplete, a.open)
	}
	var notes strings.Builder
	for _, d := range plan.Diagnostics {
		if d.Subject != nil {
			fmt.Fprintf(&notes, "%s: ", d.Subject)
		}
		fmt.Fprintf(&notes, "%s; %s\n", d.Summary, d.Detail)
	}
	if len(plan.Diagnostics) > 1000 {
		t.Errorf("%d notes are more than anybody reads", len(plan.Diagnostics))
	}
	for _, part := range a.notes {
		if !strings.Contains(notes.String(), part) {
			t.Errorf("nothing says %q:\n%.2000s", part, &notes)
		}
	}
	if len(plan.Resources) > 100 {
		return
	}
	shown := notes.String() + plan.Incomplete
	digest := fmt.Sprintf("%x", sha256.Sum256([]byte(canary+"\n")))
	for _, r := range plan.Resources {
		shown += r.Address + shownOf(r)
	}
	for _, secret := range []string{canary, digest, "root:", "hunter2", "7314", "secret.txt\"", "goroutine"} {
		if strings.Contains(shown, secret) {
			t.Errorf("%s comes out:\n%.2000s", secret, shown)
		}
	}
}

// TestHostileTreesTwice holds what is said to the tree alone: neither order of
// maps nor where work stops may show.
func TestHostileTreesTwice(t *testing.T) {
	all := attacks()
	for _, name := range []string{"circle of locals", "circle of resources", "chain of locals", "doubled texts", "each other", "junk"} {
		var first string
		for i := range 5 {
			plan := sourceOf(t, SourceOptions{}, all[name].files)
			said := plan.Incomplete
			for _, d := range plan.Diagnostics {
				said += fmt.Sprintln(d.Subject, d.Summary, d.Detail)
			}
			for _, r := range plan.Resources {
				said += r.Address + shownOf(r)
			}
			if i == 0 {
				first = said
			}
			if said != first {
				t.Errorf("%s: first\n%.2000s\nthen\n%.2000s", name, first, said)
				break
			}
		}
	}
}

// spent is a context that is cancelled when it has been asked so often.
type spent struct {
	context.Context
	mu    sync.Mutex
	left  int
	after int
}

func (s *spent) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left--; s.left < 0 {
		s.after++
		return context.Canceled
	}
	return nil
}

// Evaluation asks whether anybody still waits, in loops too, and ends soon
// after nobody does.
func TestHostileTreeStops(t *testing.T) {
	all := attacks()
	for name, left := range map[string]int{"thousand files": 0, "billion by count": 50, "loops": 3, "long everywhere": 20, "references": 100} {
		dir := t.TempDir()
		for name, text := range all[name].files {
			put(t, filepath.Join(dir, name), text)
		}
		ctx := &spent{Context: context.Background(), left: left}
		_, err := Load(ctx, dir, Options{})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got error %v", name, err)
		}
		if ctx.after > 5000 {
			t.Errorf("%s: asked %d times more", name, ctx.after)
		}
	}
}

// A tree of folders within folders is walked once, and links lead nowhere.
func TestHostileFolders(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "good.tf"), good)
	at := dir
	for i := range 300 {
		at = filepath.Join(at, "d")
		put(t, filepath.Join(at, "main.tf"), fmt.Sprintf("module \"d\" { source = \"./d\" }\nresource \"aws_eip\" \"e%d\" {}\n", i))
	}
	put(t, filepath.Join(dir, "good.tf"), good+"module \"d\" { source = \"./d\" }\n")
	symlink(t, dir, filepath.Join(dir, "d", "up"))
	plan, err := Load(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	attack{open: true, notes: []string{"too deep"}}.look(t, plan)
	roots, err := Roots(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(roots) == 0 || roots[0].Dir != "." && roots[0].Dir != "" {
		t.Errorf("roots: %+v", roots)
	}
}

// More source than fits into memory is one error, not a verdict on a part.
func TestHostileMass(t *testing.T) {
	dir := t.TempDir()
	list := "locals {\n  a%d = [" + strings.Repeat("1,", 900_000) + "]\n}\n"
	for i := range 7 {
		put(t, filepath.Join(dir, fmt.Sprintf("f%d.tf", i)), fmt.Sprintf(list, i))
	}
	_, err := Load(context.Background(), dir, Options{})
	var clean *InputError
	if !errors.As(err, &clean) || !strings.Contains(err.Error(), "more source than is read") {
		t.Errorf("got %v", err)
	}
}
