# What the other scripts share: writing cases as JSON with every digit, and Gauss-Legendre quadrature. Base R only.
options(digits = 17, warn = 1)

json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    if (length(x) == 0) return("{}")
    parts <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ", "), "]"))
    return(paste0("{", paste0("\"", names(x), "\": ", parts, collapse = ", "), "}"))
  }
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) I(x[i, ]))))
  one <- if (is.character(x)) paste0("\"", x, "\"") else if (is.logical(x)) ifelse(is.na(x), "null", tolower(as.character(x))) else
    ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (length(x) == 1 && !inherits(x, "AsIs")) one else paste0("[", paste(one, collapse = ", "), "]")
}

cases <- list()
add <- function(name, func, data = list(), parameters = list(), expected, rtol, ...) {
  empty <- function(l) if (length(l) == 0) setNames(list(), character(0)) else l
  cases[[length(cases) + 1]] <<- c(list(name = name, `function` = func, data = empty(data), parameters = empty(parameters),
                                        expected = expected, rtol = rtol), list(...))
}
finish <- function(topic, source) {
  head <- sprintf("{\"topic\": \"%s\",\n \"source\": \"%s\",\n \"cases\": [\n  ", topic, source)
  writeLines(paste0(head, paste(vapply(cases, json, ""), collapse = ",\n  "), "\n ]}"), file.path("..", paste0(topic, ".json")))
  cat(topic, length(cases), "cases\n")
  cases <<- list()
}
how <- function(text) paste0("LabQc's own cases, computed with R 4.2.2 (base packages) by oracle/", text)

# Nodes and weights on [-1, 1] by the eigenvalues of the Jacobi matrix (Golub and Welsch 1969).
legendre <- function(n) {
  i <- seq_len(n - 1); b <- i / sqrt(4 * i^2 - 1)
  m <- matrix(0, n, n); m[cbind(i, i + 1)] <- b; m[cbind(i + 1, i)] <- b
  e <- eigen(m, symmetric = TRUE); o <- order(e$values)
  list(x = e$values[o], w = 2 * e$vectors[1, o]^2)
}
GL <- legendre(40)
panels <- function(from, to, count) {
  a <- seq(from, to, length.out = count + 1); h <- diff(a) / 2; m <- a[-1] - h
  list(x = as.vector(outer(GL$x, h) + rep(m, each = 40)), w = as.vector(outer(GL$w, h)))
}
root <- function(f, lower, upper) uniroot(f, c(lower, upper), tol = 1e-15, maxiter = 2000)$root
