package iaclint.lib.globs_test

import data.iaclint.lib.globs

listed := ["*archive*", "log[-_]*", "{a,b}?", "logs"]

test_any_of_them if {
	every word in ["my-archive.2", "log_1", "b1", "logs"] {
		glob.match(globs.one(listed), null, word)
	}
}

test_none_of_them if {
	every word in ["logs2", "a", "xlog_1", ""] {
		not glob.match(globs.one(listed), null, word)
	}
}

test_none_listed if not glob.match(globs.one([]), null, "a")
