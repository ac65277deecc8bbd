source("frame.R")

x <- c(61.2, 75.8, 88.1, 94.6, 103.3, 110.9, 121.7, 130.2, 142.5, 150.1, 98.4, 84.9)
y <- c(63.9, 74.1, 90.8, 97.7, 101.6, 115.2, 119.8, 136.4, 146.9, 149.0, 101.3, 88.0)

agreement <- function(name, x, y, z, first) { d <- if (first) x - y else y - x; n <- length(d); b <- mean(d); s <- sd(d); t <- qt(0.975, n - 1)
  lo <- b - z * s; up <- b + z * s; e86 <- sqrt(3) * s / sqrt(n); e99 <- s * sqrt(1 / n + 1.96^2 / (2 * (n - 1))); h <- c(-t, t)
  add(name, "bland_altman", list(x = x, y = y), list(order = if (first) "d=x-y" else "d=y-x", z = z),
      list(n = n, bias = b, sd = s, loa_lower = lo, loa_upper = up, loa_lower_z = b - qnorm(0.975) * s, loa_upper_z = b + qnorm(0.975) * s, se_bias = s / sqrt(n),
           bias_ci = b + h * s / sqrt(n), se_loa_1986 = e86, loa_lower_ci_1986 = lo + h * e86, loa_upper_ci_1986 = up + h * e86, se_loa_1999 = e99,
           loa_lower_ci_1999 = lo + h * e99, loa_upper_ci_1999 = up + h * e99, p_bias = t.test(d)$p.value), 1e-10) }
agreement("two_counters", x, y, 1.96, TRUE)
agreement("two_counters_other_order", x, y, 1.96, FALSE)

deming <- function(x, y, delta) { sxx <- var(x); syy <- var(y); sxy <- cov(x, y); b <- (syy - delta * sxx + sqrt((syy - delta * sxx)^2 + 4 * delta * sxy^2)) / (2 * sxy)
  c(mean(y) - b * mean(x), b) }
for (case in list(list("deming_orthogonal", 1, 0.95), list("deming_ratio_0.25", 0.25, 0.90))) { ratio <- case[[2]]; n <- length(x); all <- deming(x, y, 1 / ratio)
  pseudo <- vapply(seq_len(n), function(i) n * all - (n - 1) * deming(x[-i], y[-i], 1 / ratio), all); se <- apply(pseudo, 1, sd) / sqrt(n); t <- qt((1 + case[[3]]) / 2, n - 2)
  add(case[[1]], "deming", list(x = x, y = y), list(error_ratio_x_over_y = ratio, confidence = case[[3]]),
      list(intercept = all[1], slope = all[2], se_intercept = se[1], se_slope = se[2], intercept_ci = all[1] + c(-t, t) * se[1], slope_ci = all[2] + c(-t, t) * se[2]), 1e-8) }

passing <- function(name, x, y, conf, ...) { n <- length(x); ij <- combn(n, 2); dx <- x[ij[1, ]] - x[ij[2, ]]; dy <- y[ij[1, ]] - y[ij[2, ]]
  keep <- !(dx == 0 & dy == 0); dx <- dx[keep]; dy <- dy[keep]; s <- ifelse(dx == 0, sign(dy) * Inf, dy / dx); s <- sort(s[s != -1]); N <- length(s); K <- sum(s < -1)
  b <- if (N %% 2) s[(N + 1) / 2 + K] else mean(s[N / 2 + K + 0:1]); C <- qnorm((1 + conf) / 2) * sqrt(n * (n - 1) * (2 * n + 5) / 18); M1 <- round((N - C) / 2); M2 <- N - M1 + 1
  lo <- s[M1 + K]; up <- s[M2 + K]
  e <- list(intercept = median(y - b * x), slope = b, slope_ci = c(lo, up), intercept_ci = c(median(y - up * x), median(y - lo * x)), n_slopes = N, M1 = M1, M2 = M2)
  if (!anyDuplicated(x)) e$K <- K
  add(name, "passing_bablok", list(x = x, y = y), list(confidence = conf), e, 1e-9, ...) }
passing("passing_bablok_12", x, y, 0.95)
passing("passing_bablok_ties_90", c(1, 2, 2, 3, 4, 5, 5, 6, 7, 9, 10), c(1.2, 2.1, 2.4, 2.9, 4.3, 4.8, 5.5, 6.4, 6.6, 9.4, 9.7), 0.90, note = "no K: which way round a pair with equal x is taken decides whether its slope is minus or plus infinity, and the line depends on it in no way")

concordance <- function(name, x, y, conf) { n <- length(x); v <- function(a, b) mean((a - mean(a)) * (b - mean(b))); r <- cor(x, y); p <- 2 * v(x, y) / (v(x, x) + v(y, y) + (mean(x) - mean(y))^2)
  u2 <- (mean(x) - mean(y))^2 / sqrt(v(x, x) * v(y, y))
  se <- sqrt(((1 - r^2) * p^2 * (1 - p^2) / r^2 + 2 * p^3 * (1 - p) * u2 / r - p^4 * u2^2 / (2 * r^2)) / (n - 2)); z <- atanh(p); h <- qnorm((1 + conf) / 2) * se / (1 - p^2)
  add(name, "concordance", list(x = x, y = y), list(confidence = conf), list(rho_c = p, se = se, ci = tanh(z + c(-h, h)), pearson_r = r, C_b = p / r), 1e-9) }
concordance("concordance_two_counters", x, y, 0.95)
concordance("concordance_shifted_99", x, 0.8 * y + 30, 0.99)

v <- c(20.4, 21.1, 19.8, 20.9, 26.7, 20.2, 20.6, 19.5, 21.4, 20.0, 12.3)
m <- median(v); s <- 1.483 * median(abs(v - m)); start <- c(m, s)
repeat { w <- pmin(pmax(v, m - 1.5 * s), m + 1.5 * s); old <- c(m, s); m <- mean(w); s <- 1.134 * sd(w); if (max(abs(c(m, s) / old - 1)) < 1e-15) break }
add("algorithm_a_11_labs", "algorithm_a", list(values = v), list(tolerance = 1e-14), list(x_star = m, s_star = s, start_median = start[1], start_s = start[2], u_xpt = 1.25 * s / sqrt(length(v))), 1e-9)

lab <- c(50.4, 46.1, 55.9, 43.2, 51.0); u <- c(0.9, 1.4, 1.1, 2.0, 0.6); xp <- 50; up <- 0.5; sp <- 2.1; k <- 2
z <- (lab - xp) / sp; En <- (lab - xp) / sqrt((k * u)^2 + (k * up)^2)
add("scores_other_labs", "proficiency_scores", list(x = lab, u = u), list(x_pt = xp, u_pt = up, sigma_pt = sp, k = k),
    list(z = z, z_prime = (lab - xp) / sqrt(sp^2 + up^2), zeta = (lab - xp) / sqrt(u^2 + up^2), En = En, bias_pct = 100 * (lab - xp) / xp,
         z_class = ifelse(abs(z) <= 2, "satisfactory", ifelse(abs(z) < 3, "questionable", "unsatisfactory")), En_class = ifelse(abs(En) <= 1, "satisfactory", "unsatisfactory")), 1e-11)

labs <- list(c(10.1, 10.4, 10.2, 10.3), c(9.6, 9.9, 9.7, 9.8), c(10.9, 10.2, 11.6, 10.0), c(10.0, 10.1, 10.2, 9.9), c(10.5, 10.6, 10.4, 10.7), c(9.9, 10.1, 10.0, 10.0))
n <- 4; P <- length(labs); means <- vapply(labs, mean, 0); sds <- vapply(labs, sd, 0); sr2 <- mean(sds^2); sL2 <- max(0, (n * var(means) - sr2) / n)
cochran <- function(a) 1 / (1 + (P - 1) / qf(a / P, n - 1, (P - 1) * (n - 1), lower.tail = FALSE))
grubbs <- function(a) { t <- qt(a / (2 * P), P - 2, lower.tail = FALSE); (P - 1) / sqrt(P) * sqrt(t^2 / (P - 2 + t^2)) }
h <- (means - mean(means)) / sd(means)
add("interlab_6x4", "repeatability_reproducibility", list(labs = lapply(labs, I)), list(),
    list(m = mean(means), s_r = sqrt(sr2), s_L = sqrt(sL2), s_R = sqrt(sr2 + sL2), r = 2.8 * sqrt(sr2), R = 2.8 * sqrt(sr2 + sL2), nbar = n, lab_means = means, lab_sds = sds,
         cochran_C = max(sds^2) / sum(sds^2), cochran_lab = which.max(sds) - 1, `cochran_critical_0.05` = cochran(0.05), `cochran_critical_0.01` = cochran(0.01), mandel_h = h,
         mandel_k = sds / sqrt(sr2), grubbs_G = max(abs(h)), grubbs_lab = which.max(abs(h)) - 1, `grubbs_critical_0.05` = grubbs(0.05), `grubbs_critical_0.01` = grubbs(0.01)), 1e-9)
finish("method_comparison", how("method_comparison.R, formula by formula after the sources that the routines cite."))
