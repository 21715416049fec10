# Masses, shares and lists in messages. sprintf prints a whole number under
# %.1f as an error, so figures are put together digit by digit.
package iaclint.lib.figures

# kg writes kilograms with the decimals such a figure can bear: none from 100
# on, one from 1 on, two below.
kg(amount) := sprintf("%s%d", [sign(amount), abs(round(amount))]) if abs(amount) >= 100

kg(amount) := sprintf("%s%d.%d", [sign(amount), floor(tenths / 10), tenths % 10]) if {
	abs(amount) >= 1
	abs(amount) < 100
	tenths := abs(round(amount * 10))
}

kg(amount) := sprintf("%s%d.%02d", [sign(amount), floor(hundredths / 100), hundredths % 100]) if {
	abs(amount) < 1
	hundredths := abs(round(amount * 100))
}

# percent writes a share between 0 and 1 as whole percent: "41 %".
percent(share) := sprintf("%d %%", [round(share * 100)])

# words puts a list as a sentence takes it, "a, b and c"; the conjunction is
# the caller's. From ten on eight are named and the rest is counted.
words(list, conjunction) := sprintf("%s %s %s", [
	concat(", ", array.slice(list, 0, count(list) - 1)),
	conjunction,
	list[count(list) - 1],
]) if {
	count(list) > 1
	count(list) < 10
} else := list[0] if {
	count(list) == 1
} else := sprintf("%s and %d more", [
	concat(", ", array.slice(list, 0, 8)),
	count(list) - 8,
]) if {
	count(list) >= 10
}

# plural counts things: "1 resource", "3 resources".
plural(n, noun) := sprintf("%d %s", [n, noun]) if {
	n == 1
} else := sprintf("%d %ss", [n, noun])

sign(n) := "-" if n < 0

sign(n) := "" if n >= 0
