source("frame.R")

metrics <- function(name, e, c, centre, lo, hi, whole) { w <- diff(e); k <- length(c); a <- e[-(k + 1)]; b <- e[-1]; x <- if (centre == "geometric") sqrt(a * b) else (a + b) / 2; N <- sum(c); M <- function(p) sum(c * x^p) / N
  U <- function(p) sum(c / N * (b^(p + 1) - a^(p + 1)) / ((p + 1) * w)); m <- M(1); s <- sqrt(sum(c * (x - m)^2) / N)
  D <- function(p, v = c, f = identity, g = identity) { q <- cumsum(v) / sum(v); i <- which(q >= p * (1 - 1e-15))[1]; q0 <- if (i > 1) q[i - 1] else 0; g(f(a[i]) + (p - q0) / (q[i] - q0) * (f(b[i]) - f(a[i]))) }
  inside <- function(v, l, h) 100 * sum(v * pmax(0, pmin(b, h) - pmax(a, l)) / w) / sum(v); gm <- exp(sum(c * log(x)) / N); v <- c * x^3; f <- c / w; i <- which.max(f)
  r <- list(total = N, mean = m, sd = s, cv = s / m, pdi = (s / m)^2, D43 = M(4) / M(3), D32 = M(3) / M(2), geometric_mean = gm, gsd = exp(sqrt(sum(c * (log(x) - log(gm))^2) / N)), mean_uniform = U(1),
            sd_uniform = sqrt(sum(c / N * ((b - U(1))^3 - (a - U(1))^3) / (3 * w))), D43_uniform = U(4) / U(3), D32_uniform = U(3) / U(2), D10 = D(0.1), D50 = D(0.5), D90 = D(0.9), Dv10 = D(0.1, v), Dv50 = D(0.5, v), Dv90 = D(0.9, v),
            mode = x[i], mode_count_bin = x[which.max(c)], pct_in_spec = inside(c, lo, hi), pct_below = inside(c, -Inf, lo), pct_above = inside(c, hi, Inf), pct_volume_in_spec = inside(v, lo, hi))
  r$span <- (r$D90 - r$D10) / r$D50; r$span_volume <- (r$Dv90 - r$Dv10) / r$Dv50
  if (whole) r$sd_sample <- s * sqrt(N / (N - 1))
  if (e[1] > 0) { r$D10_log <- D(0.1, c, log, exp); r$D50_log <- D(0.5, c, log, exp); r$D90_log <- D(0.9, c, log, exp) }
  if (i > 1 && i < k && max(abs(w[(i - 1):(i + 1)] - w[i])) < 1e-9) r$mode_grouped <- a[i] + w[i] * (f[i] - f[i - 1]) / (2 * f[i] - f[i - 1] - f[i + 1])
  add(name, "metrics", list(edges = e, counts = c), list(centre = centre, spec = c(lo, hi), integer_counts = whole), r, 1e-10, atol = 1e-12) }
c1 <- c(0, 3, 11, 40, 92, 131, 118, 84, 51, 27, 13, 6, 2, 1, 0)
metrics("linear_bins_of_20", seq(0, 300, 20), c1, "arithmetic", 30, 150, TRUE)
metrics("logarithmic_bins_fractional", 20 * 1.15^(0:12), c(1.5, 8.25, 20.75, 55.5, 71.25, 66.5, 41.75, 25, 12.5, 6.25, 2.5, 0.75), "geometric", 30, 150, FALSE)
metrics("unequal_bins_with_a_gap", c(10, 30, 40, 55, 90, 100, 160, 240), c(4, 12, 0, 35, 20, 18, 3), "arithmetic", 35, 120, TRUE)
x <- c(5, 15, 25, 35, 45); add("edges_linear", "edges_from_centres", list(centres = x), list(rule = "arithmetic: inner edges are midpoints, outer edges mirrored"), list(edges = c(0, 10, 20, 30, 40, 50)), 1e-12, atol = 1e-12)
x <- c(12, 14.5, 17.6, 21.2, 25.9); g <- sqrt(x[-1] * x[-5]); add("edges_logarithmic", "edges_from_centres", list(centres = x), list(rule = "geometric: inner edges sqrt(x_i x_{i+1}), outer edges mirrored in ln x"), list(edges = c(x[1]^2 / g[1], g, x[5]^2 / g[4])), 1e-12)
finish("psd_histogram", how("psd.R, by the definitions of moments, quantiles and shares of a histogram."))

distance <- function(name, e1, c1, e2, c2) { p <- sort(unique(c(e1, e2))); F <- function(e, c) approx(e, c(0, cumsum(c)) / sum(c), p, rule = 2)$y; d <- F(e1, c1) - F(e2, c2); h <- diff(p); a <- d[-length(d)]; b <- d[-1]
  area <- ifelse(a * b >= 0, h * abs(a + b) / 2, h * (a^2 + b^2) / (2 * (abs(a) + abs(b)))); f <- diff(F(e1, c1)) / h; g <- diff(F(e2, c2)) / h; m <- function(e) e[-1] - diff(e) / 2; u <- function(e, c) sum(c * m(e)) / sum(c)
  q <- sort(unique(c(m(e1), m(e2)))); G <- function(e, c) vapply(q, function(v) sum(c[m(e) <= v]) / sum(c), 0); ks <- max(abs(d)); n <- sum(c1) * sum(c2) / (sum(c1) + sum(c2)); x <- sqrt(n) * ks
  add(name, "distance", list(edges1 = e1, counts1 = c1, edges2 = e2, counts2 = c2), list(), list(wasserstein1 = sum(area), ks = ks, overlap = sum(h * pmin(f, g)), hellinger = sqrt(0.5 * sum(h * (sqrt(f) - sqrt(g))^2)),
      mean_shift = u(e2, c2) - u(e1, c1), discrete_w1 = sum(abs(G(e1, c1) - G(e2, c2))[-length(q)] * diff(q)), ks_p_asymptotic = 2 * sum((-1)^(1:100 - 1) * exp(-2 * (1:100)^2 * x^2))), 1e-9, atol = 1e-12) }
distance("same_bins", seq(0, 300, 20), c1, seq(0, 300, 20), c(0, 2, 9, 28, 70, 120, 127, 99, 63, 37, 20, 9, 3, 2, 1))
distance("different_bins", seq(0, 300, 20), c1, c(10, 45, 80, 100, 130, 180, 260), c(14, 60, 72, 110, 66, 21))
finish("psd_comparison", how("psd.R, by piecewise linear cumulative curves over the union of all edges."))
