package pricing

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/iaclint/iaclint/model"
)

// scope is one card laid over one resource on one side of a change: the
// variables its expressions see, and where each unknown among them comes from.
type scope struct {
	est    *Estimator
	card   *Card
	cloud  string
	region model.Region
	object model.Object
	why    func(path string) string // names what hides an attribute, may be nil
	terms  *Terms                   // how it is run and paid for
	later  string                   // why an unknown attribute has no value, behind "is"
	depth  int                      // of parts within parts

	self []cty.Value // in the order of the card's
	refs []cty.Value // likewise
	*used

	selfSpelt, refsSpelt []spelt // self and refs in the form of keys

	refWhy map[string]string   // for a ref that cannot be followed, the reason
	failed map[string]*Missing // lets that could not be computed, and why

	ctx   *hcl.EvalContext // nil before the first expression
	asked bool             // for a price, since the block in hand was begun

	assumed []string
}

// subject is what a card is laid over.
type subject struct {
	cloud  string
	region model.Region
	object model.Object
	why    func(string) string
	// configured is model.Resource.Configured; nil where nothing is known of
	// the configuration, and then nothing is assumed.
	configured func(string) bool
	usage      map[string]cty.Value
	// follow finds what a ref means; nil where there is no graph.
	follow   func(from target, r ref) ([]target, model.Resolution)
	resource *model.Resource // whose card it is; nil for a part
	terms    *Terms
	depth    int
}

var nullValue = cty.NullVal(cty.DynamicPseudoType)

func (e *Estimator) scope(card *Card, s subject) *scope {
	sc := &scope{est: e, card: card, cloud: s.cloud, region: s.region, object: s.object, why: s.why, terms: s.terms, later: s.resource.NotYet(), depth: s.depth}
	sc.object = sc.assume(s)
	sc.self = make([]cty.Value, len(card.self))
	for i, name := range card.self {
		sc.self[i] = sc.object.Attr(name)
	}
	sc.follow(s)
	sc.use(s.usage)
	return sc
}

// context is what the card's expressions see; lets come when they are needed.
func (sc *scope) context() *hcl.EvalContext {
	if sc.ctx != nil {
		return sc.ctx
	}
	region := cty.UnknownVal(cty.String)
	if sc.region.Name != "" {
		region = cty.StringVal(sc.region.Name)
	}
	card := sc.card
	sc.ctx = sc.est.functions(sc.cloud, sc.region.Name).NewChild()
	vars, _ := card.rooms.Get().(map[string]cty.Value)
	if vars == nil {
		vars = make(map[string]cty.Value, 3+len(card.self)+len(card.refs)+len(card.usage)+len(card.lets))
	}
	vars["region"], vars["hours"], vars["committed"] = region, hoursValue, cty.BoolVal(sc.terms.committed())
	if h := sc.terms.hours(); h != hoursPerMonth {
		vars["hours"] = cty.NumberFloatVal(h)
	}
	for i := range card.self {
		vars[card.selfNames[i]] = sc.self[i]
	}
	for i, r := range card.refs {
		vars[r.variable] = sc.refs[i]
	}
	for name, v := range sc.usage {
		vars[card.usageNames[name]] = v
	}
	sc.ctx.Variables = vars
	return sc.ctx
}

// done hands the room for variables on to the next resource of the card.
func (sc *scope) done() {
	if sc.ctx != nil {
		clear(sc.ctx.Variables)
		sc.card.rooms.Put(sc.ctx.Variables)
		sc.ctx = nil
	}
}

// attr is the value at a path that some expression of the card reads.
func (sc *scope) attr(path string) cty.Value {
	name, rest, _ := strings.Cut(path, ".")
	if i, ok := slices.BinarySearch(sc.card.self, name); ok {
		return model.Descend(sc.self[i], rest)
	}
	return nullValue
}

// ref is the value at a path of another resource: "NAME.attr".
func (sc *scope) ref(path string) cty.Value {
	name, rest, _ := strings.Cut(path, ".")
	if i := slices.IndexFunc(sc.card.refs, func(r ref) bool { return r.name == name }); i >= 0 {
		return model.Descend(sc.refs[i], rest)
	}
	return nullValue
}

// follow finds what the refs of the card mean.
func (sc *scope) follow(s subject) {
	if len(sc.card.refs) == 0 {
		return
	}
	found := make(map[string]target, len(sc.card.refs))
	sc.refs = make([]cty.Value, len(sc.card.refs))
	for i, r := range sc.card.refs {
		from := target{resource: s.resource, object: s.object}
		if r.of != "" {
			from = found[r.of]
		}
		var targets []target
		resolution := model.None
		if from.object != nil && s.follow != nil {
			targets, resolution = s.follow(from, r)
		}
		switch {
		case len(targets) > 0:
			found[r.name] = targets[0]
			if !r.many {
				sc.refs[i] = sc.read(r, targets[0])
				continue
			}
			all := make([]cty.Value, len(targets))
			for i, t := range targets {
				all[i] = sc.read(r, t)
			}
			sc.refs[i] = cty.TupleVal(all)
		case resolution == model.Unresolved:
			if sc.refWhy == nil {
				sc.refWhy = map[string]string{}
			}
			sc.refWhy[r.name] = fmt.Sprintf("%s points to something that is not in this input", r.path)
			sc.refs[i] = cty.DynamicVal
		case r.many:
			sc.refs[i] = cty.EmptyTupleVal
		default:
			sc.refs[i] = nullValue
		}
	}
}

// read takes what the card asks of one target.
func (sc *scope) read(r ref, t target) cty.Value {
	attrs := make(map[string]cty.Value, len(r.reads))
	o := sc.assumeRef(r, t)
	for _, name := range r.reads {
		attrs[name] = o.Attr(name)
	}
	return cty.ObjectVal(attrs)
}

// use takes the usage values that are given, and the defaults of the rest.
func (sc *scope) use(given map[string]cty.Value) {
	if len(given) == 0 {
		sc.used = &sc.card.unused
		return
	}
	u := usedOf(sc.card, given)
	sc.used = &u
}

// used is what the usage keys of a card come to.
type used struct {
	usage map[string]cty.Value // by key
	given map[string]bool      // keys whose value was given, not a default
	lost  map[string]bool      // keys without a value
}

func usedOf(card *Card, given map[string]cty.Value) used {
	if len(card.usage) == 0 {
		return used{}
	}
	u := used{usage: make(map[string]cty.Value, len(card.usage)), given: map[string]bool{}, lost: map[string]bool{}}
	for name := range card.usage {
		switch v, ok := given[name]; {
		case ok && !v.IsNull():
			u.usage[name] = v
			u.given[name] = true
		default:
			u.usage[name] = cty.DynamicVal
			u.lost[name] = true
		}
	}
	for _, d := range card.defaults {
		if !u.given[d.name] {
			u.usage[d.name] = d.value
			delete(u.lost, d.name)
		}
	}
	return u
}

// lets evaluates some of the card's lets, those that were not yet. One that
// fails is unknown to those that need it; the cost that rests on it says so.
func (sc *scope) lets(places []int) {
	ctx := sc.context()
	for _, i := range places {
		l := &sc.card.lets[i]
		if _, done := ctx.Variables[l.variable]; done {
			continue
		}
		if l.expr.loops {
			ctx.Variables[l.variable] = sc.remembered(l, i)
		} else {
			ctx.Variables[l.variable] = sc.let(l)
		}
	}
}

func (sc *scope) let(l *let) cty.Value {
	v, diags := l.expr.Value(sc.ctx)
	if diags.HasErrors() {
		if sc.failed == nil {
			sc.failed = map[string]*Missing{}
		}
		sc.failed[l.name] = sc.cannot(&l.expr, diags)
		return cty.DynamicVal
	}
	return v
}

// remembered is the i-th let of the card, or what it was over the same values:
// most blocks are laid anew for another region or size, which few lists rest on.
func (sc *scope) remembered(l *let, i int) cty.Value {
	room := sc.est.keys.Get().(*[]byte)
	defer sc.est.keys.Put(room)
	key, sure := sc.restKey(binary.AppendUvarint((*room)[:0], uint64(i)), &l.rests)
	if l.local {
		key = appendText(key, sc.region.Name)
	}
	*room = key
	if !sure {
		return sc.let(l)
	}
	if known, ok := sc.est.lets.get(key); ok {
		return *known
	}
	v := sc.let(l)
	if sc.failed[l.name] == nil {
		sc.est.lets.put(key, &v)
	}
	return v
}

// each runs f once for every element of the for_each expression, or once when
// there is none.
func (sc *scope) each(e *expression, f func(key string, ctx *hcl.EvalContext)) *Missing {
	if e == nil {
		f("", sc.ctx)
		return nil
	}
	v, miss := sc.value(sc.ctx, e)
	if miss != nil {
		return miss
	}
	if v.IsNull() {
		return nil
	}
	if !v.CanIterateElements() {
		return &Missing{Reason: "for_each of the card is not a list or map"}
	}
	for it := v.ElementIterator(); it.Next(); {
		key, val := it.Element()
		if !val.IsKnown() {
			return sc.blame(e)
		}
		text, _ := convert.Convert(key, cty.String)
		ctx := sc.ctx.NewChild()
		ctx.Variables = map[string]cty.Value{"each": cty.ObjectVal(map[string]cty.Value{"key": key, "value": val})}
		f(text.AsString(), ctx)
	}
	return nil
}

// value evaluates an expression to something known, or says why it cannot.
func (sc *scope) value(ctx *hcl.EvalContext, e *expression) (cty.Value, *Missing) {
	v, diags := e.Value(ctx)
	if diags.HasErrors() {
		if miss := sc.blame(e); miss.Path != "" || miss.Line != "" {
			return cty.NilVal, miss
		}
		return cty.NilVal, sc.cannot(e, diags)
	}
	if !v.IsKnown() {
		return cty.NilVal, sc.blame(e)
	}
	return v, nil
}

// cannot says why an expression over known values has none: mostly because an
// attribute that everything rests on is not set.
func (sc *scope) cannot(e *expression, diags hcl.Diagnostics) *Missing {
	text := diagText(diags)
	if strings.Contains(text, "null") {
		for _, r := range sc.culprits(e, diags) {
			if r.root == "self" && model.Get(sc.object, r.path).IsNull() {
				return &Missing{Path: r.path, Reason: r.path + " is not set"}
			}
		}
	}
	return &Missing{Path: firstSelf(e.reads), Reason: "cannot be computed: " + text}
}

// culprits are what the piece of an expression rests on that has no value; all
// that the expression rests on where the diagnostics do not say which piece.
func (sc *scope) culprits(e *expression, diags hcl.Diagnostics) []read {
	for _, d := range diags {
		if d.Severity != hcl.DiagError || d.Expression == nil {
			continue
		}
		var reads []read
		for _, t := range d.Expression.Variables() {
			root, name, _ := strings.Cut(t.RootName(), ".")
			path := []string{name}
			for _, step := range t[1:] {
				if attr, ok := step.(hcl.TraverseAttr); ok {
					path = append(path, attr.Name)
				}
			}
			if root != "let" {
				reads = append(reads, read{root, strings.Join(path, ".")})
				continue
			}
			for _, l := range sc.card.lets {
				if l.name == name {
					reads = append(reads, l.expr.reads...)
				}
			}
		}
		if len(reads) > 0 {
			return reads
		}
	}
	return e.reads
}

// blame finds what makes an expression unknown: a usage key without a value, a
// reference that cannot be followed, or an attribute nobody knows yet. Usage
// comes first, because a line that needs use is a usage line in any case.
func (sc *scope) blame(e *expression) *Missing {
	for _, r := range e.reads {
		if r.root != "usage" {
			continue
		}
		if key, _, _ := strings.Cut(r.path, "."); sc.lost[key] {
			return noUse(key)
		}
	}
	for _, r := range e.reads {
		switch r.root {
		case "let":
			if why, ok := sc.failed[r.path]; ok {
				return why
			}
		case "refs":
			name, _, _ := strings.Cut(r.path, ".")
			if why, ok := sc.refWhy[name]; ok {
				return &Missing{Path: sc.refPath(name), Reason: why}
			}
			_, attr, _ := strings.Cut(r.path, ".")
			v := sc.ref(r.path)
			if attr != "" && !v.IsKnown() {
				return &Missing{Path: sc.refPath(name), Reason: fmt.Sprintf("%s of the resource behind %s is %s", attr, sc.refPath(name), sc.later)}
			}
		case "self":
			if model.Get(sc.object, r.path).IsWhollyKnown() {
				continue
			}
			return &Missing{Path: r.path, Reason: sc.reason(r.path)}
		case "region":
			if sc.region.Name == "" {
				return &Missing{Reason: sc.regionReason()}
			}
		}
	}
	return &Missing{Reason: "cannot be told from what is known"}
}

func (sc *scope) refPath(name string) string {
	i := slices.IndexFunc(sc.card.refs, func(r ref) bool { return r.name == name })
	if i < 0 {
		return name
	}
	if p := sc.card.refs[i].path; p != "" {
		return p
	}
	return name
}

func (sc *scope) reason(path string) string {
	if slices.Contains(sc.object.Sensitive(), path) {
		return "the value is sensitive"
	}
	why := ""
	if sc.why != nil {
		why = sc.why(path)
	}
	if why == "" {
		return "value " + sc.later
	}
	return "value " + sc.later + ": " + why
}

func (sc *scope) regionReason() string {
	if sc.region.Reason != "" {
		return "region not known: " + sc.region.Reason
	}
	return "region not known"
}

// usageMark in Missing.Line tells a line without use from a gap; it never
// leaves this package.
const usageMark = "\x00usage"

func noUse(key string) *Missing {
	return &Missing{Line: usageMark, Path: "usage." + key, Reason: "no use given: set " + key}
}

// usageKeyOf is the first usage key among the reads, as a person would write
// it (standard.storage_gb), or "".
func usageKeyOf(reads []read) string {
	i := slices.IndexFunc(reads, func(r read) bool { return r.root == "usage" })
	if i < 0 {
		return ""
	}
	return reads[i].path
}

// awaits is the usage key without a value that an expression rests on, "" where
// it has one.
func (sc *scope) awaits(e *expression) string {
	for _, r := range e.reads {
		if key, _, _ := strings.Cut(r.path, "."); r.root == "usage" && sc.lost[key] {
			return r.path
		}
	}
	return ""
}

// restsOnGiven reports whether any usage value that was given, and is no default, is
// among the reads.
func (sc *scope) restsOnGiven(e *expression) bool {
	return slices.ContainsFunc(e.reads, func(r read) bool {
		key, _, _ := strings.Cut(r.path, ".")
		return r.root == "usage" && sc.given[key]
	})
}

func firstSelf(reads []read) string {
	for _, r := range reads {
		if r.root == "self" {
			return r.path
		}
	}
	return ""
}

func diagText(diags hcl.Diagnostics) string {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return strings.TrimSuffix(d.Detail, ".")
		}
	}
	return diags.Error()
}

func hasKey[V any](m map[string]V, key string) bool {
	_, ok := m[key]
	return ok
}
