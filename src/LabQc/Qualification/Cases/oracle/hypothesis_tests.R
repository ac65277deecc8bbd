source("frame.R")

centred <- function(groups, centre) { # Levene and Brown-Forsythe: analysis of variance of distances from the group's centre
  d <- lapply(groups, function(g) abs(g - centre(g))); a <- anova(lm(unlist(d) ~ factor(rep(seq_along(d), lengths(d)))))
  c(a[1, 4], a[1, 5])
}
kolmogorov <- function(x) if (x < 0.5) 1 - sqrt(2 * pi) / x * sum(exp(-(2 * 1:30 - 1)^2 * pi^2 / (8 * x^2))) else 2 * sum((-1)^(1:100 - 1) * exp(-2 * (1:100)^2 * x^2))
# Exact two-sided p of two samples without ties: lattice paths that stay inside the band (Hodges 1957), as shares of all paths.
ks_exact <- function(n, m, D) { u <- matrix(0, n + 1, m + 1)
  for (i in 0:n) for (j in 0:m) u[i + 1, j + 1] <- if (abs(i / n - j / m) >= D - 1e-9) 0 else if (i + j == 0) 1 else
    (if (i > 0) u[i, j + 1] else 0) + (if (j > 0) u[i + 1, j] else 0)
  1 - u[n + 1, m + 1] / choose(n + m, n) }
wasserstein <- function(x, y) { p <- sort(c(x, y)); sum(abs(ecdf(x)(p[-length(p)]) - ecdf(y)(p[-length(p)])) * diff(p)) }
two <- function(name, x, y, margin, alpha, exact) {
  a <- t.test(x, y, var.equal = TRUE, conf.level = 1 - alpha); b <- t.test(x, y, conf.level = 1 - alpha); f <- var.test(x, y)
  se <- b$stderr; d <- mean(x) - mean(y); df <- unname(b$parameter)
  w <- suppressWarnings(wilcox.test(x, y, exact = exact)); D <- max(abs(ecdf(x)(c(x, y)) - ecdf(y)(c(x, y))))
  l <- centred(list(x, y), mean); bf <- centred(list(x, y), median); n <- length(x); m <- length(y)
  lo <- pt((d + margin) / se, df, lower.tail = FALSE); up <- pt((d - margin) / se, df)
  e <- list(mean_x = mean(x), mean_y = mean(y), diff = d, t_pooled = unname(a$statistic), p_pooled = a$p.value, ci_pooled = as.numeric(a$conf.int),
            t_welch = unname(b$statistic), df_welch = df, p_welch = b$p.value, ci_welch = as.numeric(b$conf.int), tost_p_lower = lo, tost_p_upper = up,
            p_tost = max(lo, up), ci90_welch = as.numeric(t.test(x, y, conf.level = 0.9)$conf.int), F = unname(f$statistic), p_F = f$p.value,
            mw_U = unname(w$statistic), mw_p = w$p.value, mw_method = if (exact) "exact" else "asymptotic+continuity+ties", ks_D = D,
            ks_p_asymptotic = kolmogorov(sqrt(n * m / (n + m)) * D), wasserstein1 = wasserstein(x, y), levene_F = l[1], levene_p = l[2],
            brown_forsythe_F = bf[1], brown_forsythe_p = bf[2])
  if (exact) e$ks_p_exact <- ks_exact(n, m, D)
  add(name, "two_sample", list(x = x, y = y), list(equivalence_margin = margin, alpha = alpha), e, 1e-9)
}
two("no_ties_8_and_11", c(12.31, 11.87, 13.02, 12.64, 12.15, 12.90, 11.43, 12.77), c(13.11, 12.95, 13.84, 12.48, 13.57, 14.02, 13.33, 12.86, 13.69, 13.20, 12.57), 1.5, 0.05, TRUE)
two("ties_and_90_percent", c(4, 5, 5, 6, 7, 7, 7, 9, 12), c(3, 4, 4, 5, 5, 6, 6, 7), 3, 0.10, FALSE)

dunnett <- function(t, n0, ni, df) { # many-to-one t: quadrature over the control's mean and the residual deviation
  l <- sqrt(ni / (ni + n0)); z <- panels(-9, 9, 6); s <- panels(0, 1 + 12 / sqrt(df), 8)
  ds <- exp(log(2) + (df / 2) * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s$x) - df * s$x^2 / 2)
  inner <- vapply(s$x, function(v) { q <- rep(1, length(z$x))
    for (li in l) q <- q * (pnorm((li * z$x + t * v) / sqrt(1 - li^2)) - pnorm((li * z$x - t * v) / sqrt(1 - li^2)))
    sum(z$w * dnorm(z$x) * (1 - q)) }, 0)
  sum(s$w * ds * inner) }
range_quantile <- function(p, k, df) root(function(q) ptukey(q, k, df) - p, 0.1, 300)
several <- function(name, groups, control, alpha) {
  y <- unlist(groups); f <- factor(rep(seq_along(groups), lengths(groups))); a <- anova(lm(y ~ f)); n <- lengths(groups); k <- length(n)
  mse <- a[2, 3]; df <- a[2, 1]; m <- vapply(groups, mean, 0); b <- bartlett.test(y, f); kw <- kruskal.test(y, f)
  q95 <- range_quantile(1 - alpha, k, df); pairs <- combn(k, 2)
  tukey <- lapply(seq_len(ncol(pairs)), function(c) { i <- pairs[1, c]; j <- pairs[2, c]; se <- sqrt(mse / 2 * (1 / n[i] + 1 / n[j])); d <- m[j] - m[i]
    list(i = i - 1, j = j - 1, diff = d, q = abs(d) / se, p = ptukey(abs(d) / se, k, df, lower.tail = FALSE), lower = d - q95 * se, upper = d + q95 * se) })
  many <- lapply(setdiff(seq_len(k), control + 1), function(i) { t <- (m[i] - m[control + 1]) / sqrt(mse * (1 / n[i] + 1 / n[control + 1]))
    list(group = i - 1, t = t, p = dunnett(abs(t), n[control + 1], n[-(control + 1)], df)) })
  l <- centred(groups, mean); bf <- centred(groups, median)
  add(name, "k_sample", list(groups = lapply(groups, I)), list(control = control, alpha = alpha),
      list(F = a[1, 4], p = a[1, 5], mse = mse, levene_F = l[1], levene_p = l[2], brown_forsythe_F = bf[1], brown_forsythe_p = bf[2],
           bartlett_K2 = unname(b$statistic), bartlett_p = b$p.value, kruskal_H = unname(kw$statistic), kruskal_p = kw$p.value, tukey = tukey, dunnett = many),
      1e-9, atol = 1e-10, rtol_by_key = list(tukey = 1e-6, dunnett = 1e-8)) }
several("four_unequal_groups", list(c(7.1, 6.8, 7.4, 7.0, 6.9), c(7.9, 8.1, 7.6, 8.4), c(6.7, 7.2, 6.6, 7.1, 6.4, 6.9), c(7.5, 7.7, 7.3, 8.0, 7.8)), 0, 0.05)
several("three_groups_control_last_ties", list(c(21, 22, 22, 25), c(23, 26, 25, 27, 28), c(19, 20, 22, 21, 20)), 2, 0.01)

normal <- function(name, x) { n <- length(x); s <- sort((x - mean(x)) / sd(x)); i <- seq_len(n)
  A <- -n - sum((2 * i - 1) * (pnorm(s, log.p = TRUE) + pnorm(rev(s), lower.tail = FALSE, log.p = TRUE))) / n; B <- A * (1 + 0.75 / n + 2.25 / n^2)
  p <- if (B < 0.2) 1 - exp(-13.436 + 101.14 * B - 223.73 * B^2) else if (B < 0.34) 1 - exp(-8.318 + 42.796 * B - 59.938 * B^2) else
    if (B < 0.6) exp(0.9177 - 4.279 * B - 1.38 * B^2) else exp(1.2937 - 5.709 * B + 0.0186 * B^2)
  w <- shapiro.test(x)
  add(name, "normality", list(values = x), list(), list(A2 = A, A2_star = B, ad_p = p, W = unname(w$statistic), sw_p = w$p.value), 1e-9,
      rtol_by_key = list(W = 1e-8, sw_p = 1e-7)) }
normal("nine_values", c(3.2, 2.9, 3.8, 3.1, 3.5, 2.7, 3.3, 3.0, 4.4))
normal("skewed_26", round(exp(seq(-1.6, 2.1, length.out = 26)) + (1:26 %% 3) / 7, 3))
normal("near_normal_40", round(qnorm(ppoints(40)) * 4 + 50 + (1:40 %% 4) / 9, 2))

outliers <- function(name, x, alpha, most) { n <- length(x)
  crit <- function(n, a) { t <- qt(a / n, n - 2, lower.tail = FALSE); (n - 1) / sqrt(n) * sqrt(t^2 / (n - 2 + t^2)) }
  G <- max(abs(x - mean(x))) / sd(x); y <- x; R <- L <- out <- numeric(0)
  for (i in seq_len(most)) { k <- which.max(abs(y - mean(y))); R <- c(R, abs(y[k] - mean(y)) / sd(y)); out <- c(out, y[k]); y <- y[-k]
    t <- qt(alpha / (2 * (n - i + 1)), n - i - 1, lower.tail = FALSE); L <- c(L, (n - i) * t / sqrt((n - i - 1 + t^2) * (n - i + 1))) }
  e <- list(grubbs_G = G, grubbs_index = which.max(abs(x - mean(x))) - 1, grubbs_critical_two_sided = crit(n, alpha / 2), grubbs_critical_one_sided = crit(n, alpha),
            grubbs_is_outlier = G > crit(n, alpha / 2), esd_R = I(R), esd_lambda = I(L), esd_removed = I(out), esd_outliers = max(0, which(R > L)))
  s <- sort(x); kind <- if (n <= 7) c(1, 0) else if (n <= 10) c(1, 1) else if (n <= 13) c(2, 1) else c(2, 2)
  e$dixon_type <- paste0("r", kind[1], kind[2])
  e$dixon_high <- (s[n] - s[n - kind[1]]) / (s[n] - s[1 + kind[2]]); e$dixon_low <- (s[1 + kind[1]] - s[1]) / (s[n - kind[2]] - s[1])
  add(name, "outliers", list(values = x), list(alpha = alpha, max_outliers = most), e, 1e-9) }
outliers("one_high_of_9", c(10.2, 10.5, 9.9, 10.1, 14.8, 10.3, 10.0, 10.4, 9.8), 0.05, 2)
outliers("two_low_of_16", c(55.1, 54.8, 55.6, 56.2, 41.3, 55.9, 54.4, 55.3, 43.9, 56.0, 54.9, 55.7, 55.2, 54.6, 55.5, 55.8), 0.01, 4)
outliers("none_of_6", c(1.1, 1.4, 0.9, 1.3, 1.2, 1.0), 0.05, 1)

trend <- function(name, t, y) { n <- length(y); ij <- combn(n, 2); d <- y[ij[2, ]] - y[ij[1, ]]; ties <- table(y)
  S <- sum(sign(d)); V <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18; Z <- (S - sign(S)) / sqrt(V)
  b <- median(d / (t[ij[2, ]] - t[ij[1, ]]))
  add(name, "mann_kendall", list(values = y, times = t), list(), list(S = S, var_S = V, Z = Z, p = 2 * pnorm(-abs(Z)), tau_b = cor(t, y, method = "kendall"),
      sen_slope = b, sen_intercept = median(y - b * t)), 1e-9) }
trend("falling_with_ties", c(0, 1, 2, 4, 5, 7, 8, 9, 12, 13), c(8.1, 8.0, 8.0, 7.6, 7.9, 7.6, 7.2, 7.3, 7.2, 6.8))
trend("steady_9", 1:9, c(5.2, 4.9, 5.5, 5.1, 5.0, 5.3, 4.8, 5.4, 5.05))

components <- function(name, groups) { n <- lengths(groups); N <- sum(n); k <- length(n); y <- unlist(groups); m <- vapply(groups, mean, 0)
  a <- anova(lm(y ~ factor(rep(seq_along(n), n)))); B <- a[1, 3]; W <- a[2, 3]; n0 <- (N - sum(n^2) / N) / (k - 1); vb <- (B - W) / n0
  minus2 <- function(w, b) { v <- w + n * b; mu <- sum(n * m / v) / sum(n / v) # restricted likelihood of the one-way model
    (N - 1) * log(2 * pi) + (N - k) * log(w) + sum(log(v)) + log(sum(n / v)) + (N - k) * W / w + sum(n * (m - mu)^2 / v) }
  # ratio r = b/w profiled: w(r) has a closed form; the derivative's zero by differences would lose digits, so the ends are bracketed by golden section on r
  prof <- function(r) { v <- 1 + n * r; mu <- sum(n * m / v) / sum(n / v); w <- ((N - k) * W + sum(n * (m - mu)^2 / v)) / (N - 1); c(w, w * r, mu, minus2(w, w * r)) }
  slope <- function(r) { v <- 1 + n * r; mu <- sum(n * m / v) / sum(n / v); w <- prof(r)[1]
    sum(n / v) - sum((n / v)^2) / sum(n / v) - sum((n * (m - mu) / v)^2) / w }
  r <- if (slope(0) >= 0) 0 else root(slope, 0, 1e4); q <- prof(r)
  e <- list(grand_mean = mean(y), ms_between = B, ms_within = W, n0 = n0, var_within = W, var_between = vb, var_between_truncated = max(0, vb), icc = vb / (vb + W),
            F = B / W, p = a[1, 5], var_within_ci95 = (N - k) * W / qchisq(c(0.975, 0.025), N - k),
            reml = list(mu = q[3], var_within = q[1], var_between = q[2], icc = q[2] / (q[1] + q[2]), criterion = q[4], se_mu = sqrt(1 / sum(n / (q[1] + n * q[2])))))
  if (min(n) == max(n)) { FL <- e$F / qf(0.975, k - 1, N - k); FU <- e$F / qf(0.025, k - 1, N - k); e$icc_ci95 <- c((FL - 1) / (FL + n[1] - 1), (FU - 1) / (FU + n[1] - 1)) }
  add(name, "variance_components", list(groups = lapply(groups, I)), list(), e, 1e-9, atol = 1e-9, rtol_by_key = list(reml = 1e-6)) }
components("balanced_5x3", list(c(101.2, 100.7, 101.9), c(98.4, 99.1, 98.0), c(103.3, 102.6, 103.9), c(100.1, 100.9, 99.7), c(97.2, 98.3, 97.9)))
components("unbalanced_4", list(c(12.1, 12.9), c(14.0, 13.2, 13.8, 14.4), c(11.0, 11.9, 11.4), c(15.2, 14.1, 14.7, 15.0, 14.3)))
nested <- list(list(c(5.1, 5.3), c(5.6, 5.4), c(5.2, 5.0)), list(c(6.0, 6.3), c(5.8, 6.1), c(6.6, 6.4)), list(c(4.7, 4.9), c(5.3, 5.2), c(4.6, 4.8)), list(c(5.9, 5.6), c(5.5, 5.8), c(6.1, 6.2)))
y <- unlist(nested); A <- factor(rep(1:4, each = 6)); Bf <- factor(rep(1:12, each = 2)); a <- anova(lm(y ~ A / Bf)); ms <- a[, 3]
add("nested_4x3x2", "nested_variance_components", list(values_a_b_rep = lapply(nested, function(b) lapply(b, I))), list(levels = "batch / vial in batch / replicate"),
    list(grand_mean = mean(y), ms_a = ms[1], ms_b_in_a = ms[2], ms_error = ms[3], df = a[, 1], var_error = ms[3], var_b_in_a = (ms[2] - ms[3]) / 2, var_a = (ms[1] - ms[2]) / 6,
         F_a = ms[1] / ms[2], p_a = pf(ms[1] / ms[2], 3, 8, lower.tail = FALSE), F_b = ms[2] / ms[3], p_b = pf(ms[2] / ms[3], 8, 12, lower.tail = FALSE),
         var_total = ms[3] + (ms[2] - ms[3]) / 2 + (ms[1] - ms[2]) / 6), 1e-9)

grid <- function(x, ks, dfs, letter, f) { e <- list(); for (v in x) for (k in ks) for (df in dfs) e[[sprintf("%s%s_k%s_df%s", letter, format(v, digits = 6), k, df)]] <- f(v, k, df); e }
add("range_cdf_other_grid", "studentized_range_cdf", list(), list(q = c(1.2, 4.1), k = c(3, 4, 8), df = c(6, 17, 120)), grid(c(1.2, 4.1), c(3, 4, 8), c(6, 17, 120), "q", ptukey), 1e-8)
add("range_quantile_other_grid", "studentized_range_quantile", list(), list(p = c(0.5, 0.9, 0.975), k = c(3, 6), df = c(7, 24)), grid(c(0.5, 0.9, 0.975), c(3, 6), c(7, 24), "p", range_quantile), 1e-7)
# P(T <= t) = INT Phi(t s - delta) f(s) ds over the chi-distributed deviation s, in ln s.
nct <- function(t, df, delta) { u <- panels(-12 / sqrt(min(df, 16)) * 2, 4 / sqrt(df) + 1, 20); s <- exp(u$x)
  sum(u$w * pnorm(t * s - delta) * exp(log(2) + (df / 2) * log(df / 2) - lgamma(df / 2) + df * u$x - df * s^2 / 2)) }
rows <- rbind(c(1, 3, 0.4), c(4.2, 14, 2.5), c(-0.8, 25, 0.3), c(9, 6, 6), c(2.4, 80, 2), c(0.5, 5, -1.5))
add("noncentral_t_other_rows", "noncentral_t_cdf", list(), list(rows_t_df_delta = rows), setNames(lapply(seq_len(nrow(rows)), function(i) nct(rows[i, 1], rows[i, 2], rows[i, 3])),
    sprintf("t%s_df%s_d%s", rows[, 1], rows[, 2], rows[, 3])), 1e-10, atol = 1e-13)
for (i in seq_len(nrow(rows))) cat(rows[i, ], nct(rows[i, 1], rows[i, 2], rows[i, 3]) / pt(rows[i, 1], rows[i, 2], rows[i, 3]) - 1, "\n")
finish("hypothesis_tests", how("hypothesis_tests.R: R's own tests where it has them; Tukey quantiles by root search on ptukey, Dunnett and noncentral t by quadrature, REML by its score's zero."))
