package functions

import (
	"errors"
	"fmt"
	"math/big"
	"net"
	"strings"

	"github.com/apparentlymart/go-cidr/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

func networks() map[string]function.Function {
	number := func(name string) function.Parameter { return param(name, cty.Number) }
	return map[string]function.Function{
		"cidrcontains": from(cty.Bool, cidrContains, "containing_prefix", "contained_ip_or_prefix"),
		"cidrhost":     network(cty.String, cidrHost, nil, number("hostnum")),
		"cidrnetmask":  network(cty.String, cidrNetmask, nil),
		"cidrsubnet":   network(cty.String, cidrSubnet, nil, number("newbits"), number("netnum")),
		"cidrsubnets":  network(cty.List(cty.String), cidrSubnets, &function.Parameter{Name: "newbits", Type: cty.Number}),
	}
}

// network is a function of an address range and some numbers.
func network(ty cty.Type, impl func(*net.IPNet, []cty.Value) (cty.Value, error), rest *function.Parameter, more ...function.Parameter) function.Function {
	return function.New(&function.Spec{
		Params:       append([]function.Parameter{param("prefix", cty.String)}, more...),
		VarParam:     rest,
		Type:         function.StaticReturnType(ty),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			_, prefix, err := net.ParseCIDR(plainOctets(args[0].AsString()))
			if err != nil {
				return cty.NilVal, function.NewArgErrorf(0, "this is not an address range like 10.0.0.0/16: %w", err)
			}
			return impl(prefix, args[1:])
		},
	})
}

// plainOctets takes leading zeros away, as in 10.010.0.0/16. Terraform reads
// them as decimal, Go's net refuses them.
func plainOctets(address string) string {
	if !strings.Contains(address, ".") || !strings.Contains(address, "0") {
		return address
	}
	address, length, _ := strings.Cut(address, "/")
	fields := strings.Split(address, ".")
	for i, f := range fields {
		colon := strings.LastIndexByte(f, ':') + 1 // of ::ffff:010.0.0.1
		digits := strings.TrimLeft(f[colon:], "0")
		if digits == "" && f[colon:] != "" {
			digits = "0"
		}
		fields[i] = f[:colon] + digits
	}
	return strings.Join(fields, ".") + "/" + length
}

func cidrHost(prefix *net.IPNet, args []cty.Value) (cty.Value, error) {
	number, err := whole(args[0])
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	host, err := cidr.HostBig(prefix, number)
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(host.String()), nil
}

func cidrNetmask(prefix *net.IPNet, _ []cty.Value) (cty.Value, error) {
	if prefix.IP.To4() == nil {
		return cty.NilVal, function.NewArgErrorf(0, "IPv6 ranges have no netmask; this one is %s", prefix)
	}
	return cty.StringVal(net.IP(prefix.Mask).String()), nil
}

func cidrSubnet(prefix *net.IPNet, args []cty.Value) (cty.Value, error) {
	var bits int
	if err := gocty.FromCtyValue(args[0], &bits); err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	number, err := whole(args[1])
	if err != nil {
		return cty.NilVal, function.NewArgError(2, err)
	}
	subnet, err := cidr.SubnetBig(prefix, bits, number)
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(subnet.String()), nil
}

// cidrSubnets lays ranges one behind the other.
func cidrSubnets(prefix *net.IPNet, args []cty.Value) (cty.Value, error) {
	if len(args) == 0 {
		return cty.ListValEmpty(cty.String), nil
	}
	start, size := prefix.Mask.Size()
	var list []cty.Value
	var last *net.IPNet
	for i, arg := range args {
		var bits int
		if err := gocty.FromCtyValue(arg, &bits); err != nil {
			return cty.NilVal, function.NewArgError(i+1, err)
		}
		length := start + bits
		switch {
		case bits < 1:
			return cty.NilVal, function.NewArgErrorf(i+1, "the prefix must be made longer by at least one bit")
		case bits > 32:
			return cty.NilVal, function.NewArgErrorf(i+1, "the prefix may not be made longer by more than 32 bits")
		case length > size:
			return cty.NilVal, function.NewArgErrorf(i+1, "a prefix of %d bits is longer than an address of %d", length, size)
		}
		if last == nil {
			last, _ = cidr.PreviousSubnet(prefix, length)
		}
		next, over := cidr.NextSubnet(last, length)
		if over || !prefix.Contains(next.IP) {
			return cty.NilVal, function.NewArgErrorf(i+1, "there is not enough room left in %s for a subnet of /%d", prefix, length)
		}
		last = next
		list = append(list, cty.StringVal(next.String()))
	}
	return cty.ListVal(list), nil
}

// cidrContains is OpenTofu's; the second argument is an address or a range.
func cidrContains(args []string) (cty.Value, error) {
	_, outer, err := net.ParseCIDR(plainOctets(args[0]))
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "this is not an address range like 10.0.0.0/16: %w", err)
	}
	first, last := net.ParseIP(args[1]), net.IP(nil)
	if first == nil {
		_, inner, err := net.ParseCIDR(plainOctets(args[1]))
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(1, "this is neither an address nor an address range")
		}
		first, last = cidr.AddressRange(inner)
	} else {
		last = first
	}
	if (outer.IP.To4() == nil) != (first.To4() == nil) {
		return cty.NilVal, errors.New("one of the two is IPv4 and the other IPv6")
	}
	return cty.BoolVal(outer.Contains(first) && outer.Contains(last)), nil
}

// whole is a number without fraction, of any size.
func whole(v cty.Value) (*big.Int, error) {
	n, accuracy := v.AsBigFloat().Int(nil)
	if accuracy != big.Exact || n == nil {
		return nil, fmt.Errorf("a whole number is needed")
	}
	return n, nil
}
