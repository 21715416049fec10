package iaclint.lib.figures_test

import data.iaclint.lib.figures

test_kg if {
	figures.kg(0) == "0.00"
	figures.kg(0.456) == "0.46"
	figures.kg(5.13) == "5.1"
	figures.kg(41) == "41.0"
	figures.kg(1234.5) == "1235"
	figures.kg(-3.24) == "-3.2"
}

test_percent if {
	figures.percent(0.954) == "95 %"
	figures.percent(1) == "100 %"
}

test_words if {
	figures.words(["a"], "or") == "a"
	figures.words(["a", "b"], "or") == "a or b"
	figures.words(["a", "b", "c"], "and") == "a, b and c"
	figures.words([sprintf("%d", [i]) | some i in numbers.range(1, 12)], "and") == "1, 2, 3, 4, 5, 6, 7, 8 and 4 more"
}

test_plural if {
	figures.plural(1, "resource") == "1 resource"
	figures.plural(3, "resource") == "3 resources"
}
