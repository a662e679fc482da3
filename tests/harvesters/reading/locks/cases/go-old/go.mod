module git.example.org/exempel

go 1.15
