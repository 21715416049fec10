# Figures in messages. Rego has no decimals: to show and to compare only.
package iaclint.lib

# money writes US dollars with two digits: 1234.5 as "$1,234.50".
money(usd) := sprintf("$%s.%s", [grouped(floor(cents / 100)), two_digits(cents % 100)]) if cents := round(usd * 100)

two_digits(n) := sprintf("%d", [n]) if n >= 10

two_digits(n) := sprintf("0%d", [n]) if n < 10

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
a_month := sprintf(", %s a month", [money(input.resource.cost.monthly)]) if {
	is_number(input.resource.cost.monthly)
	input.resource.cost.monthly > 0
}
