package catalogue

import "strings"

const familyHeader = "cloud,family,generation,arch,successors,arm"

// Successor returns the machine that took the place of this one: of a later
// family of the same kind and instruction set, with as many vCPUs and no less
// memory. Classes of managed services come back as classes their service has
// a price for. It says nothing of the price, nor of which region has it.
func (c *Catalogue) Successor(cloud, machine string) (string, bool) {
	return c.follow(cloud, machine, func(f family) string { return f.successors })
}

// ArmTwin returns the machine of the same size on Arm, by the rules of
// Successor; false when it is on Arm already or has no twin.
func (c *Catalogue) ArmTwin(cloud, machine string) (string, bool) {
	return c.follow(cloud, machine, func(f family) string { return f.arm })
}

// family is one line of machines/families.csv: a family of sizes, and the
// families to move to in the order of preference, separated by spaces.
type family struct{ successors, arm string }

func (c *Catalogue) family(cloud, machine string) (family, bool) {
	l, ok := c.text("machines/families.csv").find(cloud, familyOf(cloud, machine))
	if !ok {
		return family{}, false
	}
	for range 4 {
		l.str()
	}
	return family{successors: l.str(), arm: l.str()}, true
}

// familyOf is a name with its first number replaced by * (Azure), what stands
// before the dot (AWS) or before the last dash and number (Google).
func familyOf(cloud, machine string) string {
	switch cloud {
	case "aws":
		name, _, _ := strings.Cut(machine, ".")
		return name
	case "gcp":
		if i := strings.LastIndexByte(machine, '-'); i >= 0 && isDigit(machine[i+1:]) {
			return machine[:i]
		}
		return machine
	}
	from := strings.IndexFunc(machine, digit)
	if from < 0 {
		return machine
	}
	to := from
	for to < len(machine) && digit(rune(machine[to])) {
		to++
	}
	return machine[:from] + "*" + machine[to:]
}

// sizePrefix is what the names of a family begin with.
func sizePrefix(cloud, family string) string {
	switch cloud {
	case "aws":
		return family + "."
	case "gcp":
		return family + "-"
	}
	prefix, _, _ := strings.Cut(family, "*")
	return prefix
}

func (c *Catalogue) follow(cloud, name string, next func(family) string) (string, bool) {
	base, class := managed(cloud, name)
	m, ok := c.Machine(cloud, base)
	if !ok {
		return "", false
	}
	f, ok := c.family(cloud, m.Name)
	if !ok {
		return "", false
	}
	for target := range strings.FieldsSeq(next(f)) {
		if t, ok := c.Machine(cloud, sameSize(cloud, m.Name, target)); ok && serves(m, t, target) && t.MemoryGiB <= 2*m.MemoryGiB {
			if name := class.prefix + t.Name + class.suffix; c.sold(cloud, name, class) {
				return name, true
			}
		}
		best, found := "", Machine{}
		for _, t := range c.members(cloud, target) {
			if !serves(m, t, target) {
				continue
			}
			if best != "" && !nearer(m, t, found) {
				continue
			}
			if name := class.prefix + t.Name + class.suffix; c.sold(cloud, name, class) {
				best, found = name, t
			}
		}
		if best != "" {
			return best, true
		}
	}
	return "", false
}

// sameSize is the name that the size of a machine has in another family.
func sameSize(cloud, machine, family string) string {
	own := familyOf(cloud, machine)
	switch cloud {
	case "aws", "gcp":
		return family + machine[len(own):]
	}
	before, after, _ := strings.Cut(own, "*")
	return strings.Replace(family, "*", machine[len(before):len(machine)-len(after)], 1)
}

// serves reports whether t does the work of m: as many vCPUs, no less memory,
// the same GPUs. A type that is named itself, or has the same size in its name,
// may have more vCPUs, for the smallest burstable types have gained one.
func serves(m, t Machine, target string) bool {
	same := t.VCPU == m.VCPU || t.VCPU > m.VCPU && (t.Name == target || size(t.Name) != "" && size(t.Name) == size(m.Name))
	return same && t.MemoryGiB >= m.MemoryGiB && t.GPUCount == m.GPUCount && metal(t.Name) == metal(m.Name)
}

// size is what stands behind the dot of an AWS name.
func size(name string) string {
	_, size, _ := strings.Cut(name, ".")
	return size
}

// nearer reports whether a fits m better than b: less memory, then the same
// size in its name, then the first name.
func nearer(m, a, b Machine) bool {
	if a.MemoryGiB != b.MemoryGiB {
		return a.MemoryGiB < b.MemoryGiB
	}
	if here := size(m.Name); (size(a.Name) == here) != (size(b.Name) == here) {
		return size(a.Name) == here
	}
	return a.Name < b.Name
}

// members returns the machines of a family. A type that is its own family is
// one too.
func (c *Catalogue) members(cloud, family string) []Machine {
	t := c.text("machines/" + cloud + ".csv")
	if l, ok := t.find(family); ok {
		return []Machine{readMachine(cloud, l)}
	}
	prefix := sizePrefix(cloud, family)
	var machines []Machine
	for l, rest := t.seek(prefix); hasPrefixFold(string(l), prefix); l, rest = rest.cut() {
		name := l
		if equalFold(familyOf(cloud, name.str()), family) {
			machines = append(machines, readMachine(cloud, l))
		}
	}
	return machines
}

// sold reports whether the name has a price anywhere.
func (c *Catalogue) sold(cloud, name string, class class) bool {
	prefix := class.service
	if prefix == "" {
		prefix = map[string]string{"aws": "ec2/", "azure": "vm/", "gcp": "compute/"}[cloud]
	}
	return c.HasSKU(cloud, prefix+name) || c.anySKU(cloud, prefix+name+"/")
}

// Smaller returns the next smaller size of the same family: fewer vCPUs or
// less memory, and no more of either.
func (c *Catalogue) Smaller(cloud, machine string) (string, bool) {
	return c.step(cloud, machine, func(m, t Machine) bool { return fits(t, m) }, func(a, b Machine) bool { return fits(b, a) })
}

// Bigger returns the next bigger size of the same family.
func (c *Catalogue) Bigger(cloud, machine string) (string, bool) {
	return c.step(cloud, machine, func(m, t Machine) bool { return fits(m, t) }, func(a, b Machine) bool { return fits(a, b) })
}

// fits reports whether a is the lesser of two machines of a family.
func fits(a, b Machine) bool {
	return a.VCPU <= b.VCPU && a.MemoryGiB <= b.MemoryGiB && a.GPUCount <= b.GPUCount &&
		(a.VCPU < b.VCPU || a.MemoryGiB < b.MemoryGiB)
}

// step returns the candidate nearest to the machine: the one no other
// candidate is better than.
func (c *Catalogue) step(cloud, name string, candidate, better func(a, b Machine) bool) (string, bool) {
	base, class := managed(cloud, name)
	m, ok := c.Machine(cloud, base)
	if !ok {
		return "", false
	}
	var best Machine
	for _, t := range c.members(cloud, familyOf(cloud, m.Name)) {
		if metal(t.Name) || !candidate(m, t) || !c.sold(cloud, class.prefix+t.Name+class.suffix, class) {
			continue
		}
		if best.Name == "" || better(t, best) {
			best = t
		}
	}
	if best.Name == "" {
		return "", false
	}
	return class.prefix + best.Name + class.suffix, true
}

func metal(name string) bool { return strings.Contains(name, "metal") }

func digit(r rune) bool { return '0' <= r && r <= '9' }

func isDigit(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !digit(r) }) < 0
}
