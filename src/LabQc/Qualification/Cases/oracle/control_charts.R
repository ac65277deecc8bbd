source("frame.R")

# Range of n normals by quadrature: P(R <= r) = n INT phi(x) (Phi(x+r) - Phi(x))^(n-1) dx; E R = INT 1-P dr; E R^2 = INT 2r(1-P) dr.
range_moments <- function(n) {
  x <- panels(-9, 9, 8); r <- panels(0, 18, 8)
  below <- vapply(r$x, function(v) n * sum(x$w * dnorm(x$x) * (pnorm(x$x + v) - pnorm(x$x))^(n - 1)), 0)
  m1 <- sum(r$w * (1 - below)); m2 <- sum(r$w * 2 * r$x * (1 - below))
  c(m1, sqrt(m2 - m1^2))
}
constants <- function(n) {
  d <- range_moments(n); d2 <- d[1]; d3 <- d[2]
  c4 <- sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2)); c5 <- sqrt(1 - c4^2)
  list(d2 = d2, d3 = d3, c4 = c4, c5 = c5, A2 = 3 / (d2 * sqrt(n)), A3 = 3 / (c4 * sqrt(n)), D3 = max(0, 1 - 3 * d3 / d2),
       D4 = 1 + 3 * d3 / d2, B3 = max(0, 1 - 3 * c5 / c4), B4 = 1 + 3 * c5 / c4, E2 = 3 / d2)
}
sizes <- c(2, 4, 7, 11, 17, 30)
add("constants_other_sizes", "constants", list(), list(n = sizes), setNames(lapply(sizes, constants), sizes), 1e-9)

v <- c(118.2, 121.7, 115.4, 119.9, 123.3, 117.8, 120.6, 135.9, 116.1, 122.4, 119.0, 118.7, 121.1, 114.8, 120.2)
mr <- abs(diff(v)); d <- range_moments(2); s <- mean(mr) / d[1]
add("individuals_one_point_out", "individuals", list(values = v), list(k = 2, nsigma = 3),
    list(center = mean(v), mr_bar = mean(mr), sigma = s, ucl = mean(v) + 3 * s, lcl = mean(v) - 3 * s, mr_ucl = mean(mr) * (1 + 3 * d[2] / d[1]),
         mr_lcl = 0, moving_ranges = mr, out_of_control = I(which(abs(v - mean(v)) > 3 * s) - 1)), 1e-9)

g <- matrix(c(5.1, 4.8, 5.3, 5.0, 5.2, 5.4, 4.9, 5.1, 6.0, 6.2, 5.9, 6.1, 5.0, 4.7, 5.2, 5.1, 4.9, 5.0, 5.3, 4.8, 5.2, 5.1, 5.0, 5.5), ncol = 4, byrow = TRUE)
n <- 4; k <- constants(n); m <- rowMeans(g); R <- apply(g, 1, function(r) diff(range(r))); S <- apply(g, 1, sd)
sr <- mean(R) / k$d2; ss <- mean(S) / k$c4
add("subgroups_of_4", "subgroups", list(subgroups = g), list(n = 4),
    list(center = mean(m), r_bar = mean(R), s_bar = mean(S), sigma_r = sr, sigma_s = ss, xbar_r_ucl = mean(m) + 3 * sr / 2, xbar_r_lcl = mean(m) - 3 * sr / 2,
         xbar_s_ucl = mean(m) + 3 * ss / 2, xbar_s_lcl = mean(m) - 3 * ss / 2, r_ucl = k$D4 * mean(R), r_lcl = k$D3 * mean(R), s_ucl = k$B4 * mean(S),
         s_lcl = k$B3 * mean(S), beyond_xbar_r = I(which(abs(m - mean(m)) > 3 * sr / 2) - 1), pooled_sd = sqrt(mean(S^2))), 1e-9)

u <- c(50.2, 49.1, 51.4, 50.9, 52.3, 53.0, 52.2, 54.1, 53.7, 55.0)
ewma <- function(x, centre, sigma, lambda, L) {
  z <- centre; out <- numeric(0); for (xi in x) { z <- lambda * xi + (1 - lambda) * z; out <- c(out, z) }
  half <- L * sigma * sqrt(lambda / (2 - lambda) * (1 - (1 - lambda)^(2 * seq_along(x))))
  list(ewma = out, ucl = centre + half, lcl = centre - half, signals = I(which(out > centre + half | out < centre - half) - 1),
       asymptotic_ucl = centre + L * sigma * sqrt(lambda / (2 - lambda)))
}
add("ewma_drift_up", "ewma", list(values = u), list(center = 50, sigma = 1.5, lambda = 0.25, L = 2.9), ewma(u, 50, 1.5, 0.25, 2.9), 1e-11)
cusum <- function(x, centre, sigma, k, h) {
  p <- q <- np <- nq <- 0; o <- list(); for (xi in (x - centre) / sigma) {
    p <- max(0, p + xi - k); q <- max(0, q - xi - k); np <- if (p > 0) np + 1 else 0; nq <- if (q > 0) nq + 1 else 0
    o$c_plus <- c(o$c_plus, p); o$c_minus <- c(o$c_minus, q); o$n_plus <- c(o$n_plus, np); o$n_minus <- c(o$n_minus, nq) }
  c(o, list(signals_plus = I(which(o$c_plus > h) - 1), signals_minus = I(which(o$c_minus > h) - 1)))
}
add("cusum_drift_up", "cusum", list(values = u), list(center = 50, sigma = 1.5, k = 0.5, h = 3.5), cusum(u, 50, 1.5, 0.5, 3.5), 1e-11, atol = 1e-13)

D <- c(3, 5, 2, 9, 4, 6, 3, 1, 17, 5); N <- c(80, 95, 70, 110, 88, 100, 90, 75, 105, 92)
p <- sum(D) / sum(N); h <- 3 * sqrt(p * (1 - p) / N)
add("p_chart_variable_sizes", "attribute_chart", list(counts = D, sizes = N), list(chart = "p"),
    list(center = p, ucl = pmin(1, p + h), lcl = pmax(0, p - h), values = D / N, beyond = I(which(D / N > p + h | D / N < p - h) - 1)), 1e-11)
p <- sum(D) / sum(N); h <- 3 * sqrt(p / N)
add("u_chart_variable_sizes", "attribute_chart", list(counts = D, sizes = N), list(chart = "u"),
    list(center = p, ucl = p + h, lcl = pmax(0, p - h), values = D / N, beyond = I(which(D / N > p + h | D / N < p - h) - 1)), 1e-11)
add("c_chart_low_counts", "attribute_chart", list(counts = D), list(chart = "c"),
    list(center = mean(D), ucl = mean(D) + 3 * sqrt(mean(D)), lcl = max(0, mean(D) - 3 * sqrt(mean(D))), beyond = I(which(D > mean(D) + 3 * sqrt(mean(D))) - 1)), 1e-11)

rows <- cbind(c(92, 95, 91, 97, 94, 93, 99, 90, 96, 94, 92, 95, 120), c(1.10, 1.18, 1.05, 1.25, 1.12, 1.15, 1.22, 1.02, 1.20, 1.17, 1.08, 1.13, 1.11))
m <- nrow(rows); q <- ncol(rows); conf <- 0.99; t2 <- mahalanobis(rows, colMeans(rows), cov(rows))
one <- (m - 1)^2 / m * qbeta(conf, q / 2, (m - q - 1) / 2)
add("t2_two_attributes", "hotelling_t2", list(rows = rows), list(confidence = conf),
    list(t2 = t2, ucl_phase1 = one, ucl_phase2 = q * (m + 1) * (m - 1) / (m * (m - q)) * qf(conf, q, m - q), center = colMeans(rows),
         covariance = cov(rows), beyond_phase1 = I(which(t2 > one) - 1)), 1e-9)

# Rules, point by point and as the words say them; strict inequalities.
back <- function(z, i, n) if (i >= n) z[(i - n + 1):i] else NULL
hits <- function(z, rule) I(which(vapply(seq_along(z), function(i) isTRUE(rule(z, i)), TRUE)) - 1)
same <- function(w) length(w) > 0 && (all(w > 0) || all(w < 0))
among <- function(z, i, n, k, limit) { w <- back(z, i, n); length(w) > 0 && abs(z[i]) > limit && sum(w * sign(z[i]) > limit) >= k }
nelson <- list(
  N1 = function(z, i) abs(z[i]) > 3, N2 = function(z, i) same(back(z, i, 9)),
  N3 = function(z, i) same(diff(back(z, i, 6))),
  N4 = function(z, i) { w <- back(z, i, 14); length(w) > 0 && all(diff(w) != 0) && all(diff(sign(diff(w))) != 0) },
  N5 = function(z, i) among(z, i, 3, 2, 2), N6 = function(z, i) among(z, i, 5, 4, 1),
  N7 = function(z, i) { w <- back(z, i, 15); length(w) > 0 && all(abs(w) < 1) }, N8 = function(z, i) { w <- back(z, i, 8); length(w) > 0 && all(abs(w) > 1) },
  W4 = function(z, i) same(back(z, i, 8)))
westgard <- list(
  `1_2s` = function(z, i) abs(z[i]) > 2, `1_3s` = function(z, i) abs(z[i]) > 3,
  `2_2s` = function(z, i) i > 1 && (all(z[(i - 1):i] > 2) || all(z[(i - 1):i] < -2)),
  R_4s = function(z, i) i > 1 && max(z[(i - 1):i]) > 2 && min(z[(i - 1):i]) < -2,
  `4_1s` = function(z, i) { w <- back(z, i, 4); length(w) > 0 && (all(w > 1) || all(w < -1)) }, `10_x` = function(z, i) same(back(z, i, 10)))
set.seed(20)
runs <- list(mixed = c(0.3, -0.8, 1.2, 2.3, 2.6, 3.4, 1.5, 1.1, 0.6, 0.2, 0.4, 0.9, -0.1, -1.3, -1.6, -1.2, -1.9, -2.4, -0.3, 0.1),
             zigzag = c(0.4, -0.3, 0.5, -0.6, 0.8, -0.2, 0.1, -0.7, 0.9, -0.4, 0.3, -0.1, 0.6, -0.5, 0.2, -0.9, 0.7),
             random_60 = round(rnorm(60, 0.3, 1.2), 2))
for (name in names(runs)) {
  z <- runs[[name]]; x <- 100 + 5 * z; z <- (x - 100) / 5
  add(paste0("nelson_", name), "nelson_rules", list(z = x), list(center = 100, sigma = 5, rule_set = "nelson+W4"), lapply(nelson, function(r) hits(z, r)), 0)
  add(paste0("westgard_", name), "westgard_rules", list(z = x), list(center = 100, sigma = 5, rule_set = "westgard"), lapply(westgard, function(r) hits(z, r)), 0)
}

shifts <- c(0, 0.75, 1.25, 2.5); by_shift <- function(f) setNames(lapply(shifts, f), shifts)
add("arl_shewhart_L3.09", "arl_shewhart", list(), list(L = 3.09, shifts = shifts), by_shift(function(d) 1 / (pnorm(-3.09 - d) + pnorm(-3.09 + d))), 1e-10)
# Fredholm equation of the second kind (Crowder 1987 for EWMA; Page 1954 for CUSUM, whose atom at 0 is a further unknown), by Nystrom.
arl_ewma <- function(lambda, L, d) {
  c0 <- L * sqrt(lambda / (2 - lambda)); q <- panels(-c0, c0, 3)
  kernel <- function(u) q$w * dnorm((q$x - (1 - lambda) * u) / lambda - d) / lambda
  A <- diag(length(q$x)) - t(vapply(q$x, kernel, q$x)); l <- solve(A, rep(1, length(q$x))); 1 + sum(kernel(0) * l)
}
add("arl_ewma_lambda0.15_L2.8", "arl_ewma", list(), list(lambda = 0.15, L = 2.8, limits = "asymptotic, two-sided, zero-state", shifts = shifts),
    by_shift(function(d) arl_ewma(0.15, 2.8, d)), 1e-8)
arl_cusum1 <- function(k, h, d) {
  if (d < -2) return(Inf)  # beyond 1e20: nothing is left of its share
  q <- panels(0, h, 4); x <- c(0, q$x); n <- length(x)
  A <- diag(n) - cbind(pnorm(k - x - d), t(vapply(x, function(u) q$w * dnorm(q$x - u + k - d), q$x))); solve(A, rep(1, n))[1]
}
add("arl_cusum_k0.4_h6", "arl_cusum", list(), list(k = 0.4, h = 6, sided = "two (1/ARL=1/ARL+ + 1/ARL-)", shifts = shifts),
    by_shift(function(d) 1 / (1 / arl_cusum1(0.4, 6, d) + 1 / arl_cusum1(0.4, 6, -d))), 1e-8)
# All histories of the last m-1 points by zone (Champ and Woodall 1987), the ones that already signal left out.
arl_zones <- function(limit, m, need, d) {
  p <- c(pnorm(-limit - d) - pnorm(-3 - d), pnorm(limit - d) - pnorm(-limit - d), pnorm(3 - d) - pnorm(limit - d))
  states <- as.matrix(expand.grid(rep(list(-1:1), m - 1))); code <- function(s) 1 + sum((s + 1) * 3^(seq_along(s) - 1))
  Q <- matrix(0, nrow(states), nrow(states))
  for (i in seq_len(nrow(states))) for (zone in -1:1) { w <- c(states[i, ], zone)
    if (zone == 0 || sum(w == zone) < need) Q[i, code(w[-1])] <- Q[i, code(w[-1])] + p[zone + 2] }
  start <- code(rep(0, m - 1)); solve(diag(nrow(Q)) - Q, rep(1, nrow(Q)))[start]
}
add("arl_W1_W3", "arl_run_rules", list(), list(rules = I(c("W1", "W3")), shifts = shifts), by_shift(function(d) arl_zones(1, 5, 4, d)), 1e-8)
add("arl_W1_W2", "arl_run_rules", list(), list(rules = I(c("W1", "W2")), shifts = shifts), by_shift(function(d) arl_zones(2, 3, 2, d)), 1e-8)
arl_row <- function(n, d) { up <- pnorm(3 - d) - pnorm(-d); down <- pnorm(-d) - pnorm(-3 - d); Q <- matrix(0, 2 * n - 1, 2 * n - 1)
  Q[1, 2] <- up; Q[1, n + 1] <- down
  for (i in 1:(n - 1)) { if (i < n - 1) { Q[1 + i, 2 + i] <- up; Q[n + i, n + 1 + i] <- down }; Q[1 + i, n + 1] <- down; Q[n + i, 2] <- up }
  solve(diag(2 * n - 1) - Q, rep(1, 2 * n - 1))[1] }
add("arl_W1_W4", "arl_run_rules", list(), list(rules = I(c("W1", "W4")), shifts = shifts), by_shift(function(d) arl_row(8, d)), 1e-8)
finish("control_charts", how("control_charts.R: constants by quadrature over the range's distribution, rules by their wording, run lengths by Nystrom and by Markov chains over all zone histories."))
