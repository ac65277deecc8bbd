source("frame.R")

for (c in list(list(0, 250, 0.90), list(3, 41.5, 0.95), list(57, 1200, 0.99))) { x <- c[[1]]; t <- c[[2]]; a <- 1 - c[[3]]; z <- qnorm(1 - a / 2)
  byar <- function(k, sign) if (k == 0) 0 else k * (1 - 1 / (9 * k) + sign * z / (3 * sqrt(k)))^3
  add(sprintf("rate_%d_in_%s", x, t), "poisson_rate", list(count = x, exposure = t), list(confidence = c[[3]]),
      list(rate = x / t, ci = c(if (x == 0) 0 else qchisq(a / 2, 2 * x) / 2, qchisq(1 - a / 2, 2 * x + 2) / 2) / t, upper_one_sided = qchisq(c[[3]], 2 * x + 2) / 2 / t,
           byar = c(byar(x, -1), byar(x + 1, 1)) / t), 1e-10) }
for (c in list(c(4, 120, 15, 160, 0.95), c(0, 50, 6, 75, 0.95), c(31, 400, 12, 350, 0.9))) { x <- c[1]; y <- c[3]; n <- x + y; q <- c[2] / (c[2] + c[4]); a <- 1 - c[5]; cp <- binom.test(x, n, q, conf.level = c[5])
  odds <- function(p) p / (1 - p) * c[4] / c[2]
  add(sprintf("rates_%d_against_%d", x, y), "rate_comparison", list(x1 = x, t1 = c[2], x2 = y, t2 = c[4]), list(confidence = c[5]),
      list(rate_ratio = x / c[2] / (y / c[4]), p_minlike = cp$p.value, p_central = min(1, 2 * min(pbinom(x, n, q), pbinom(x - 1, n, q, lower.tail = FALSE))),
           ci = odds(c(if (x == 0) 0 else qbeta(a / 2, x, n - x + 1), qbeta(1 - a / 2, x + 1, n - x)))), 1e-9) }
for (c in list(c(5, 95, 40, 3000, 0.95), c(2, 410, 120, 9800, 0.95), c(44, 300, 210, 5100, 0.9))) { a <- c[1]; b <- c[2]; k <- c[3]; d <- c[4]; z <- qnorm((1 + c[5]) / 2); m <- matrix(c[1:4], 2, byrow = TRUE); N <- sum(m)
  prr <- a / (a + b) / (k / (k + d)); ror <- a * d / (b * k); sp <- sqrt(1 / a - 1 / (a + b) + 1 / k - 1 / (k + d)); sr <- sqrt(sum(1 / m)); E <- (a + b) * (a + k) / N
  yates <- N * (abs(a * d - b * k) - N / 2)^2 / ((a + b) * (k + d) * (a + k) * (b + d)); h <- c(-z, z)
  add(sprintf("reports_%d_of_%d", a, a + b), "disproportionality", list(a = a, b = b, c = k, d = d), list(confidence = c[5]),
      list(prr = prr, prr_ci = prr * exp(h * sp), ror = ror, ror_ci = ror * exp(h * sr), chi2 = unname(suppressWarnings(chisq.test(m, correct = FALSE))$statistic), chi2_yates = yates, expected = E,
           ic = log2((a + 0.5) / (E + 0.5)), ic025 = log2(qgamma(0.025, a + 0.5, rate = E + 0.5)), evans_signal = prr >= 2 && yates >= 4 && a >= 3), 1e-9) }
finish("pharmacovigilance", how("rates_potency_stability.R, with qchisq, qbeta, qgamma, binom.test and chisq.test."))

# Least squares by Gauss-Newton with exact derivatives, run to the end of double precision.
gauss <- function(f, start) { p <- start; for (i in 1:200) { m <- f(p); step <- qr.solve(m$J, m$r); p <- p + step; if (max(abs(step) / pmax(abs(p), 1e-12)) < 1e-14) break }; m <- f(p); list(p = p, rss = sum(m$r^2), J = m$J) }
logistic <- function(x, a, b, lc, d) { u <- ifelse(x == 0, 0, exp(b * (log(x) - lc))); q <- 1 / (1 + u); list(y = d + (a - d) * q, a = q, d = 1 - q, lc = (a - d) * q^2 * u * b, b = ifelse(x == 0, 0, -(a - d) * q^2 * u * (log(x) - lc))) }
four <- function(x, y, start) gauss(function(p) { l <- logistic(x, p[1], p[2], p[3], p[4]); list(r = y - l$y, J = cbind(l$a, l$b, l$lc, l$d)) }, start)
noise <- function(n, s) { set.seed(s); round(rnorm(n), 3) }
curve <- function(name, x, y, start) { k <- four(x, y, start); df <- length(y) - 4; s2 <- k$rss / df; se <- sqrt(diag(solve(crossprod(k$J))) * s2); t <- qt(0.975, df); ec <- exp(k$p[3])
  add(name, "four_parameter_logistic", list(dose = x, response = y), list(model = "y=d+(a-d)/(1+(x/c)^b)"),
      list(a_zero_dose = k$p[1], b = k$p[2], c_ec50 = ec, d_infinite = k$p[4], se = list(a_zero_dose = se[1], b = se[2], c_ec50 = ec * se[3], d_infinite = se[4], ln_ec50 = se[3]), rss = k$rss, df = df,
           residual_sd = sqrt(s2), ec50_ci_log = ec * exp(c(-t, t) * se[3]), ec50_ci_delta = ec * (1 + c(-t, t) * se[3])), 1e-7) }
x <- rep(c(0.5, 1, 2, 4, 8, 16, 32, 64), each = 2)
curve("rising_8x2", x, round(logistic(x, 5, 1.4, log(7), 105)$y + 2 * noise(16, 1), 3), c(5, 1.4, log(7), 105))
x <- rep(c(0, 0.1, 0.3, 1, 3, 10, 30), each = 3)
curve("falling_with_zero_dose", x, round(logistic(x, 1.9, 1.1, log(1.6), 0.15)$y + 0.03 * noise(21, 2), 4), c(1.9, 1.1, log(1.6), 0.15))

dose <- rep(c(0.4, 1.2, 3.6, 10.8, 32.4, 97.2), each = 3); ref <- round(logistic(dose, 0.2, 1.3, log(6), 2.1)$y + 0.04 * noise(18, 3), 4); test <- round(logistic(dose, 0.2, 1.3, log(6 / 1.25), 2.1)$y + 0.04 * noise(18, 4), 4)
st <- c(0.2, 1.3, log(6), 2.1, log(1.25)); k <- gauss(function(p) { l <- logistic(dose, p[1], p[2], p[3], p[4]); m <- logistic(dose, p[1], p[2], p[3] - p[5], p[4])
  list(r = c(ref - l$y, test - m$y), J = rbind(cbind(l$a, l$b, l$lc, l$d, 0), cbind(m$a, m$b, m$lc, m$d, -m$lc))) }, st)
fr <- four(dose, ref, st[1:4]); ft <- four(dose, test, st[1:4]); full <- fr$rss + ft$rss; dfc <- 36 - 5; dff <- 36 - 8; se <- sqrt(solve(crossprod(k$J))[5, 5] * k$rss / dfc); F <- (k$rss - full) / 3 / (full / dff)
part <- function(f) list(a = f$p[1], b = f$p[2], c = exp(f$p[3]), d = f$p[4])
add("potency_6x3", "relative_potency", list(dose_ref = dose, resp_ref = ref, dose_test = dose, resp_test = test), list(),
    list(a_zero_dose = k$p[1], b = k$p[2], c_ref = exp(k$p[3]), d_infinite = k$p[4], ln_rp = k$p[5], relative_potency = exp(k$p[5]), se_ln_rp = se, rp_ci95 = exp(k$p[5] + c(-1, 1) * qt(0.975, dfc) * se),
         rss_constrained = k$rss, df_constrained = dfc, rss_full = full, df_full = dff, F_parallelism = F, p_parallelism = pf(F, 3, dff, lower.tail = FALSE), ref = part(fr), test = part(ft)), 1e-6)

fieller <- function(num, den, vn, vd, vc, t) { g <- t^2 * vd / den^2; r <- num / den; m <- r - g * vc / vd; w <- t / den * sqrt(vn - 2 * r * vc + r^2 * vd - g * (vn - vc^2 / vd)); c(g, (m - w) / (1 - g), (m + w) / (1 - g)) }
lines <- function(name, dr, yr, dt, yt) { x <- log(c(dr, dt)); y <- c(yr, yt); g <- factor(rep(0:1, c(length(dr), length(dt)))); c1 <- lm(y ~ 0 + g + x); f1 <- lm(y ~ 0 + g + g:x); V <- vcov(c1); b <- coef(c1); v <- coef(f1); W <- vcov(f1); df <- df.residual(c1)
  L <- rbind(c(-1, 1, 0), c(0, 0, 1)); S <- L %*% V %*% t(L); q <- fieller(b[2] - b[1], b[3], S[1, 1], S[2, 2], S[1, 2], qt(0.975, df)); a <- anova(c1, f1); t9 <- qt(0.95, df.residual(f1)); d <- v[4] - v[3]
  r <- fieller(v[4], v[3], W[4, 4], W[3, 3], W[3, 4], t9)
  add(name, "parallel_line", list(dose_ref = dr, resp_ref = yr, dose_test = dt, resp_test = yt), list(log = "natural"), lapply(
      list(intercept_ref = b[1], intercept_test = b[2], common_slope = b[3], s = summary(c1)$sigma, df = df, ln_rp = (b[2] - b[1]) / b[3], relative_potency = exp((b[2] - b[1]) / b[3]), fieller_g = q[1],
           rp_ci95 = exp(q[2:3]), slope_ref = v[3], slope_test = v[4], F_parallelism = a$F[2], p_parallelism = a$`Pr(>F)`[2], slope_difference = d, slope_difference_ci90 = d + c(-t9, t9) * sqrt(W[3, 3] + W[4, 4] - 2 * W[3, 4]),
           slope_ratio = v[4] / v[3], slope_ratio_ci90 = r[2:3]), unname), 1e-8) }
dr <- rep(c(2, 4, 8), each = 4); dt <- rep(c(1.5, 3, 6, 12), each = 3)
lines("lines_3x4_and_4x3", dr, round(4 + 3.1 * log(dr) + 0.3 * noise(12, 5), 3), dt, round(4.8 + 3.1 * log(dt) + 0.3 * noise(12, 6), 3))
finish("potency", how("rates_potency_stability.R: least squares by Gauss-Newton with exact derivatives, lines by lm, Fieller's theorem by its formula."))

life <- function(name, t, b, y, limit, side, both) { f <- factor(b, levels = unique(b)); k <- nlevels(f); N <- length(y); full <- lm(y ~ 0 + f + f:t); com <- lm(y ~ 0 + f + t); one <- lm(y ~ t); r <- function(m) sum(resid(m)^2); dff <- N - 2 * k; dfc <- N - k - 1
  F1 <- (r(com) - r(full)) / (k - 1) / (r(full) / dff); p1 <- pf(F1, k - 1, dff, lower.tail = FALSE); F2 <- (r(one) - r(com)) / (k - 1) / (r(com) / dfc); p2 <- pf(F2, k - 1, dfc, lower.tail = FALSE); F3 <- (r(one) - r(com)) / (k - 1) / (r(full) / dff)
  sign <- if (side == "lower") -1 else 1; level <- if (both) 0.975 else 0.95
  crossing <- function(m, g) { X <- function(t) data.frame(t = t, f = factor(g, levels = levels(f))); h <- function(t) { p <- predict(m, X(t), se.fit = TRUE); sign * (unname(p$fit) + sign * qt(level, p$df) * unname(p$se.fit) - limit) }
    at <- seq(0, 240, by = 0.25); v <- vapply(at, h, 0); i <- which(v >= 0)[1]; if (is.na(i)) NA else if (i == 1) 0 else root(h, at[i - 1], at[i]) }
  by <- function(h) setNames(lapply(levels(f), h), levels(f)); least <- function(l) min(unlist(l))
  own <- by(function(g) { y <- y[f == g]; t <- t[f == g]; crossing(lm(y ~ t), g) }); cs <- by(function(g) crossing(com, g)); sp <- by(function(g) crossing(full, g)); all <- crossing(one, levels(f)[1])
  model <- if (p1 <= 0.25) "separate" else if (p2 <= 0.25) "common_slope" else "one_line"; chosen <- switch(model, separate = least(sp), common_slope = least(cs), one_line = all)
  add(name, "shelf_life", list(time = t, batch = b, y = y), list(limit = limit, side = side, two_sided_confidence = both, alpha_pool = 0.25),
      list(sse_full = r(full), df_full = dff, sse_common_slope = r(com), df_common_slope = dfc, sse_one_line = r(one), df_one_line = N - 2, F_slopes = F1, p_slopes = p1, F_intercepts = F2, p_intercepts = p2,
           F_intercepts_full_mse = F3, p_intercepts_full_mse = pf(F3, k - 1, dff, lower.tail = FALSE), model = model, one_line = list(intercept = unname(coef(one)[1]), slope = unname(coef(one)[2]), s = summary(one)$sigma),
           common_slope = unname(coef(com)["t"]), slopes = setNames(as.list(unname(coef(full)[k + 1:k])), levels(f)), shelf_life = list(one_line = all, common_slope = cs, common_slope_min = least(cs), separate_pooled_mse = sp,
           separate_pooled_mse_min = least(sp), separate_individual = own, separate_individual_min = least(own)), shelf_life_chosen = chosen, shelf_life_months = floor(chosen), extrapolation_cap = min(2 * max(t), max(t) + 12)), 1e-8) }
t <- rep(c(0, 3, 6, 9, 12, 18), 3); b <- rep(c("P", "Q", "R"), each = 6)
life("alike_lower", t, b, round(100 - 0.5 * t + 0.5 * noise(18, 11), 2), 88, "lower", FALSE)
life("shifted_lower_two_sided", t, b, round(100 + rep(c(0, 1.5, 3), each = 6) - 0.5 * t + 0.4 * noise(18, 12), 2), 88, "lower", TRUE)
life("different_slopes_upper", t, b, round(1 + rep(c(0.03, 0.06, 0.09), each = 6) * t + 0.05 * noise(18, 13), 3), 3, "upper", FALSE)
finish("stability_ich_q1e", how("rates_potency_stability.R: lm and predict, confidence limits' crossings by uniroot."))
