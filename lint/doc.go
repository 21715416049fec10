// Package lint conducts one run and nothing else: it loads inputs, has their
// resources estimated and judged, applies what the configuration says about
// the findings, and hands back a report.Report. How to read, price, judge or
// print is known to parser, pricing, rules and report; lint knows the order.
//
// It may import config, parser, pricing, rules, report, model and provider.
package lint
