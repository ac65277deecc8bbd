source("frame.R")

exact <- function(index, n, nu, conf) { t <- 3 * sqrt(n) * index # d with P(T(nu, d) <= t) = tail, by Owen's integral rather than pt()
  cdf <- function(d) { u <- panels(-6, 2, 20); s <- exp(u$x); sum(u$w * pnorm(t * s - d) * exp(log(2) + (nu / 2) * log(nu / 2) - lgamma(nu / 2) + nu * u$x - nu * s^2 / 2)) }
  vapply(c((1 + conf) / 2, (1 - conf) / 2), function(p) root(function(d) cdf(d) - p, t - 12 - abs(t), t + 12 + abs(t)), 0) / (3 * sqrt(n)) }
capability <- function(name, v, lsl, usl, target, conf, size) { n <- length(v); m <- mean(v); s <- sd(v); a <- 1 - conf; z <- qnorm(1 - a / 2); chi <- function(nu) sqrt(qchisq(c(a / 2, 1 - a / 2), nu) / nu)
  e <- list(n = n, mean = m, sd = s, ppu = (usl - m) / (3 * s), ppl = (m - lsl) / (3 * s)); e$ppk <- min(e$ppu, e$ppl, na.rm = TRUE); both <- !is.na(lsl) && !is.na(usl)
  e$ppk_ci_bissell <- e$ppk * (1 + c(-z, z) * sqrt(1 / (9 * n * e$ppk^2) + 1 / (2 * (n - 1))))
  if (!is.na(usl)) e$ppu_ci_exact <- exact(e$ppu, n, n - 1, conf)
  if (!is.na(lsl)) e$ppl_ci_exact <- exact(e$ppl, n, n - 1, conf)
  below <- if (is.na(lsl)) 0 else pnorm(lsl, m, s); above <- if (is.na(usl)) 0 else pnorm(usl, m, s, lower.tail = FALSE)
  e$ppm_below <- 1e6 * below; e$ppm_above <- 1e6 * above; e$z_bench <- qnorm(below + above, lower.tail = FALSE); e$observed_outside <- sum(v < lsl | v > usl, na.rm = TRUE)
  if (is.null(size)) { w <- mean(abs(diff(v))) * sqrt(pi) / 2; df <- NULL } else { g <- matrix(v, nrow = size); w <- sqrt(mean(apply(g, 2, var))); df <- ncol(g) * (size - 1) }
  e$sigma_within <- w; e$cpk <- min((usl - m) / (3 * w), (m - lsl) / (3 * w), na.rm = TRUE)
  if (both) { e$pp <- (usl - lsl) / (6 * s); e$pp_ci <- e$pp * chi(n - 1); e$cp <- (usl - lsl) / (6 * w); if (!is.null(df)) e$cp_ci <- e$cp * chi(df)
    l <- log(v); x <- exp(mean(l) + c(-3, 0, 3) * sd(l)); e$lognormal <- list(pp_q = (usl - lsl) / (x[3] - x[1]), ppk_q = min((usl - x[2]) / (x[3] - x[2]), (x[2] - lsl) / (x[2] - x[1]))) }
  if (both && !is.na(target)) { t2 <- (m - target)^2; r <- t2 / s^2; nu <- n * (1 + r)^2 / (1 + 2 * r); e$cpm <- (usl - lsl) / (6 * sqrt(s^2 * (n - 1) / n + t2)); e$cpm_n1 <- (usl - lsl) / (6 * sqrt(s^2 + t2))
    e$cpmk <- min(usl - m, m - lsl) / (3 * sqrt(s^2 + t2)); e$cpm_ci_boyles <- e$cpm_n1 * chi(nu) }
  add(name, "indices", list(values = v), list(lsl = lsl, usl = usl, target = target, confidence = conf, subgroup_size = if (is.null(size)) NA else size), e, 1e-9,
      rtol_by_key = list(ppu_ci_exact = 1e-8, ppl_ci_exact = 1e-8)) }
a <- c(104.1, 99.8, 107.3, 101.2, 95.6, 98.9, 103.7, 110.2, 96.4, 100.5, 105.8, 92.7, 102.4, 97.9, 108.6, 101.8, 94.3, 99.1, 106.5, 103.0)
capability("two_limits_subgroups_of_4", a, 80, 130, 100, 0.95, 4)
capability("two_limits_individuals_90", a, 90, 112, 101, 0.90, NULL)
capability("upper_limit_only", c(0.42, 0.37, 0.55, 0.48, 0.31, 0.60, 0.44, 0.39, 0.51, 0.46), NA, 0.75, NA, 0.95, NULL)
capability("lower_limit_only_99", c(95.1, 96.4, 94.8, 97.0, 95.9, 96.2, 93.7, 96.8, 95.5), 91, NA, NA, 0.99, NULL)
finish("capability", how("capability_and_limits.R; the exact limits of one-sided indices invert the noncentral t by quadrature."))

normal <- function(name, y, u, lo, up, r) { w <- 2 * r * u; below <- if (is.na(lo)) 0 else pnorm((lo - y) / u); above <- if (is.na(up)) 0 else pnorm((y - up) / u)
  L <- if (is.na(lo)) -Inf else lo; U <- if (is.na(up)) Inf else up; simple <- y >= L && y <= U; guarded <- y >= L + w && y <= U - w
  decision <- if (guarded) "pass" else if (simple) "conditional_pass" else if (y >= L - w && y <= U + w) "conditional_fail" else "fail"
  add(name, "normal", list(), list(y = y, u = u, tolerance_lower = lo, tolerance_upper = up, r = r),
      list(p_conform = if (above < 0.5 && below < 0.5) 1 - below - above else pnorm((U - y) / u) - pnorm((L - y) / u), p_below = below, p_above = above, guard_band = w, acceptance_lower = lo + w, acceptance_upper = up - w,
           simple_acceptance = simple, guarded_acceptance = guarded, decision = decision), 1e-9, atol = 1e-12) }
normal("inside", 71, 2.5, 60, 90, 1); normal("inside_the_guard_band", 88, 2.5, 60, 90, 1); normal("outside_by_less_than_the_guard", 58, 2.5, 60, 90, 1)
normal("outside", 97, 2.5, 60, 90, 0.8); normal("lower_limit_only", 96.1, 0.7, 95, NA, 1); normal("upper_limit_no_guard", 4.97, 0.2, NA, 5, 0)
post <- function(name, y0, u0, ym, um, lo, up) { v <- 1 / (1 / u0^2 + 1 / um^2); y <- v * (y0 / u0^2 + ym / um^2)
  p <- pnorm(if (is.na(up)) Inf else (up - y) / sqrt(v)) - pnorm(if (is.na(lo)) -Inf else (lo - y) / sqrt(v))
  add(name, "posterior", list(), list(y0 = y0, u0 = u0, ym = ym, um = um, tolerance_lower = lo, tolerance_upper = up), list(y_post = y, u_post = sqrt(v), p_conform = p), 1e-9) }
post("history_pulls_inside", 75, 6, 92, 3, 60, 90); post("lower_limit", 97, 1, 94.8, 0.8, 95, NA)
risk <- function(name, y0, u0, um, lo, up, r) { w <- 2 * r * um; acc <- function(y) pnorm((up - w - y) / um) - pnorm((lo + w - y) / um); f <- function(y, g) dnorm(y, y0, u0) * g(y)
  part <- function(a, b, g) { q <- panels(a, b, 60); sum(q$w * f(q$x, g)) }; far <- 12 * u0 + 200
  add(name, "global_risk", list(), list(y0 = y0, u0 = u0, um = um, tolerance_lower = lo, tolerance_upper = up, r = r),
      list(consumer_risk = part(lo - far, lo, acc) + part(up, up + far, acc), producer_risk = part(lo, up, function(y) 1 - acc(y)), p_in_tolerance = pnorm(up, y0, u0) - pnorm(lo, y0, u0),
           Cm = (up - lo) / (4 * um)), 1e-8) }
risk("wide_process_no_guard", 78, 9, 2, 60, 90, 0); risk("wide_process_half_guard", 78, 9, 2, 60, 90, 0.5)
finish("conformity", how("capability_and_limits.R: the normal distribution, and quadrature over the process for the global risks."))

one_sided <- function(n, p, g) { nu <- n - 1; d <- qnorm(p) * sqrt(n); u <- panels(-40 / nu - 12 / sqrt(2 * nu), 2.5, 40); s <- exp(u$x)
  f <- exp(log(2) + (nu / 2) * log(nu / 2) - lgamma(nu / 2) + nu * u$x - nu * s^2 / 2) * u$w; root(function(k) sum(f * pnorm(k * sqrt(n) * s - d)) - g, 0, 1000) }
two <- function(n, p, g) { q <- panels(0, 9 / sqrt(n), 4); nu <- n - 1 # Eberhardt, Mee and Reeve 1989
  r <- vapply(q$x, function(x) root(function(r) pnorm(x + r) - pnorm(x - r) - p, 0, x + 10), 0)
  root(function(k) sqrt(2 * n / pi) * sum(q$w * exp(-n * q$x^2 / 2) * pchisq(nu * r^2 / k^2, nu, lower.tail = FALSE)) - g, 0.5, 2000) }
howe <- function(n, p, g) qnorm((1 + p) / 2) * sqrt((n - 1) * (1 + 1 / n) / qchisq(1 - g, n - 1))
ns <- c(3, 6, 13, 27, 60, 150); ps <- c(0.8, 0.975, 0.995); gs <- c(0.75, 0.925, 0.999); e <- list()
for (n in ns) for (p in ps) for (g in gs) e[[sprintf("n%d_p%s_g%s", n, format(p, digits = 6), format(g, digits = 6))]] <- list(one_sided = one_sided(n, p, g), two_sided = two(n, p, g), two_sided_howe = howe(n, p, g))
add("factors_other_levels", "k_factors", list(), list(n = ns, coverage = ps, confidence = gs), e, 1e-8)
v <- c(48.1, 51.6, 49.9, 53.2, 47.4, 50.8, 52.0, 49.1, 50.3, 46.7, 51.1, 54.0); m <- mean(v); s <- sd(v); n <- 12; p <- 0.9; g <- 0.99; k1 <- one_sided(n, p, g); k2 <- two(n, p, g)
add("interval_12_lots", "interval", list(values = v), list(coverage = p, confidence = g), list(mean = m, sd = s, k_one_sided = k1, k_two_sided = k2, lower_one_sided = m - k1 * s, upper_one_sided = m + k1 * s,
    two_sided = m + c(-k2, k2) * s, lognormal_two_sided = exp(mean(log(v)) + c(-k2, k2) * sd(log(v)))), 1e-8)
e <- list(); for (p in c(0.8, 0.975)) for (g in c(0.8, 0.999)) { n1 <- 1; while (1 - p^n1 < g) n1 <- n1 + 1; n2 <- 2; while (1 - n2 * p^(n2 - 1) + (n2 - 1) * p^n2 < g) n2 <- n2 + 1
  e[[sprintf("p%s_g%s", format(p, digits = 6), format(g, digits = 6))]] <- list(one_sided = n1, two_sided = n2) }
add("wilks_other_levels", "wilks_sample_size", list(), list(coverage = c(0.8, 0.975), confidence = c(0.8, 0.999)), e, 0)
e <- list(); for (n in c(10, 22, 45, 120)) { conf <- function(r) pbinom(r - 1, n, 0.1, lower.tail = FALSE); r <- 0; while (conf(r + 1) >= 0.9) r <- r + 1; e[[as.character(n)]] <- list(r = r, confidence = if (r == 0) 0 else conf(r)) }
add("wilks_ranks_90_90", "wilks_rank", list(), list(n = c(10, 22, 45, 120), coverage = 0.9, confidence = 0.9), e, 1e-10)
finish("tolerance_intervals", how("capability_and_limits.R: two-sided factors from Eberhardt, Mee and Reeve's integral, one-sided ones from the noncentral t, both by quadrature and root search."))
