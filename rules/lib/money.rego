# Figures in messages. Rego has no decimals: to show and to compare only.
package iaclint.lib

# money writes US dollars with two digits: 1234.5 as "$1,234.50".
money(usd) := in_cents(round(usd * 100))

# Most figures are small: those take one sprintf. What remains is taken off before
# the division, which then has no decimals: those take OPA ten times as long.
in_cents(cents) := sprintf("$%d.%02d", [(cents - rest) / 100, rest]) if {
	cents < 100000
	rest := cents % 100
} else := sprintf("$%d,%03d.%02d", [(cents - rest) / 100000, (rest - (rest % 100)) / 100, rest % 100]) if {
	cents < 100000000
	rest := cents % 100000
} else := sprintf("$%s.%02d", [grouped(floor(cents / 100)), cents % 100])

# grouped writes a whole number with commas between thousands: "80,000".
grouped(n) := digits(round(n))

digits(n) := sprintf("%d", [n]) if n < 1000

digits(n) := sprintf("%d,%s", [floor(n / 1000), last_three(n)]) if {
	n >= 1000
	n < 1000000
}

digits(n) := sprintf("%d,%s,%s", [floor(n / 1000000), last_three(floor(n / 1000)), last_three(n)]) if {
	n >= 1000000
	n < 1000000000
}

digits(n) := sprintf("%d,%s million", [floor(n / 1000000000), last_three(floor(n / 1000000))]) if n >= 1000000000

last_three(n) := substring(sprintf("%d", [1000 + (n % 1000)]), 1, 3)

default a_month := ""

# a_month says what the resource costs now, as the end of a message:
# ", $32.85 a month". It is empty where no figure is known.
a_month := monthly(input.resource.cost.monthly)

monthly(usd) := sprintf(", %s a month", [money(usd)]) if {
	is_number(usd)
	usd > 0
} else := ""
