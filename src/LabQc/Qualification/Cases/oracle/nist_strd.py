"""Writes nist_strd.json: the certified values as they stand in the headers of NIST's own files (nist/*.dat).

    python3 nist_strd.py        (Python 3.11, standard library only)

Nothing is computed here.
"""
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent.parent
NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[EeDd][-+]?\d+)?"
EXACT_IN_DECIMAL = "the file's decimals are not exact in binary, which alone costs the digits that this tolerance leaves out"


def number(text):
    return "Inf" if text.startswith("Inf") else float(text.upper().replace("D", "E"))


def find(pattern, text):
    return number(re.search(pattern.replace("#", f"({NUMBER}|Infinity)"), text).group(1))


def header(name):
    text = (HERE / "nist" / f"{name}.dat").read_text()
    return text[:re.search(r"^Data:\s*$|^Data: +Y|^Data: +y", text, re.M).start()]


def case(kind, name, parameters, expected, rtol, **more):
    return {"name": f"{kind}_{name}", "function": FUNCTION[kind], "data": {"file": f"nist/{name}.dat"},
            "parameters": parameters, "expected": expected, "rtol": rtol, **more}


FUNCTION = {"univariate": "univariate", "anova": "one_way_anova", "linear": "linear_regression", "nonlinear": "nonlinear_regression"}


def univariate(name, rtol):
    text = header(name)
    observations = re.search(r"Number of Observations:\s*(\d+)|(\d+)\s+Observations", text)
    return case("univariate", name, {"n": int(observations.group(1) or observations.group(2))},
                {"mean": find(r"Sample Mean\s*(?:ybar)?:\s*#", text), "sd": find(r"\(denom\. = n-1\)\s*s?:\s*#", text),
                 "lag1_autocorrelation": find(r"\(lag 1\)\s*(?:r\(1\))?:\s*#", text)}, rtol, rtol_by_key={"mean": 1e-14})


def anova(name, rtol, **more):
    text = header(name)
    between = re.search(rf"Between \w+\s+(\d+)\s+({NUMBER})\s+({NUMBER})\s+({NUMBER})", text).groups()
    within = re.search(rf"Within \w+\s+(\d+)\s+({NUMBER})\s+({NUMBER})", text).groups()
    observations = int(find(r"#\s+Observations", text))
    return case("anova", name, {"layout": "columns = treatments, rows = replicates", "groups": int(between[0]) + 1, "n": observations},
                {"df_between": int(between[0]), "ss_between": number(between[1]), "ms_between": number(between[2]), "F": number(between[3]),
                 "df_within": int(within[0]), "ss_within": number(within[1]), "ms_within": number(within[2]),
                 "r_squared": find(r"Certified R-Squared\s+#", text),
                 "residual_sd": find(r"Certified Residual\s+Standard Deviation\s+#", text)}, rtol, **more)


def linear(name, model, rtol, **more):
    text = header(name)
    rows = re.findall(rf"^\s+B\d+\s+({NUMBER})\s+({NUMBER})", text, re.M)
    regression = re.search(rf"Regression\s+(\d+)\s+({NUMBER})\s+({NUMBER})\s+({NUMBER}|Infinity)", text).groups()
    residual = re.search(rf"\nResidual\s+(\d+)\s+({NUMBER})\s+({NUMBER})", text).groups()
    return case("linear", name, {"model": model, "columns": "y first, then x"},
                {"coefficients": [number(r[0]) for r in rows], "standard_errors": [number(r[1]) for r in rows],
                 "residual_sd": find(r"Residual\s+Standard Deviation\s+#", text), "r_squared": find(r"R-Squared\s+#", text),
                 "ss_regression": number(regression[1]), "ss_residual": number(residual[1]),
                 "df": [int(regression[0]), int(residual[0])], "F": number(regression[3])}, rtol, **more)


def nonlinear(name, model, rtol):
    text = header(name)
    rows = re.findall(rf"^\s*b\d+ =\s+({NUMBER})\s+({NUMBER})\s+({NUMBER})\s+({NUMBER})", text, re.M)
    columns = [[number(row[i]) for row in rows] for i in range(4)]
    return case("nonlinear", name, {"model": model, "columns": "y, x", "start1": columns[0], "start2": columns[1]},
                {"parameters": columns[2], "standard_errors": columns[3],
                 "rss": find(r"Residual Sum of Squares:\s+#", text), "residual_sd": find(r"Residual Standard Deviation:\s+#", text)}, rtol)


QUINTIC = "y=B0+B1*x+B2*x**2+B3*x**3+B4*x**4+B5*x**5"
CASES = [
    *(univariate(n, r) for n, r in [("PiDigits", 1e-13), ("Lottery", 1e-13), ("Lew", 1e-11), ("Mavro", 1e-11), ("Michelso", 1e-11),
                                    ("NumAcc1", 1e-11), ("NumAcc2", 1e-11), ("NumAcc3", 1e-9), ("NumAcc4", 1e-7)]),
    *(anova(n, r) for n, r in [("SiRstvt", 1e-11), ("AtmWtAgt", 1e-8), ("SmLs01t", 1e-11), ("SmLs02t", 1e-11), ("SmLs03t", 1e-11),
                               ("SmLs04t", 1e-9), ("SmLs05t", 1e-9), ("SmLs06t", 1e-9)]),
    *(anova(n, 1e-3, note=EXACT_IN_DECIMAL) for n in ["SmLs07t", "SmLs08t", "SmLs09t"]),
    linear("Norris", "y=B0+B1*x", 1e-11),
    linear("Pontius", "y=B0+B1*x+B2*x**2", 1e-11),
    linear("NoInt1", "y=B1*x (no intercept)", 1e-11),
    linear("NoInt2", "y=B1*x (no intercept)", 1e-11),
    linear("Filip", "y=B0+B1*x+...+B10*x**10", 1e-6),
    linear("Longley", "y=B0+B1*x1+...+B6*x6", 1e-9),
    linear("Wampler1", QUINTIC, 1e-8, atol=1e-9),
    linear("Wampler2", QUINTIC, 1e-9, atol=1e-9),
    linear("Wampler3", QUINTIC, 1e-8),
    linear("Wampler4", QUINTIC, 1e-8),
    linear("Wampler5", QUINTIC, 1e-6),
    nonlinear("Misra1a", "b1*(1-exp(-b2*x))", 1e-6),
    nonlinear("Chwirut2", "exp(-b1*x)/(b2+b3*x)", 1e-6),
    nonlinear("Thurber", "(b1+b2*x+b3*x^2+b4*x^3)/(1+b5*x+b6*x^2+b7*x^3)", 1e-6),
    nonlinear("MGH09", "b1*(x^2+x*b2)/(x^2+x*b3+b4)", 1e-6),
    nonlinear("Rat43", "b1/((1+exp(b2-b3*x))^(1/b4))", 1e-6),
]

SOURCE = ("NIST/ITL Statistical Reference Datasets (public domain, https://www.itl.nist.gov/div898/strd/): data files and certified values "
          "as they stand in the files' headers, read by oracle/nist_strd.py. PiDigits.dat is a rebuilt file, as its header says.")

if __name__ == "__main__":
    (HERE / "nist_strd.json").write_text(json.dumps({"topic": "nist_strd", "source": SOURCE, "cases": CASES}, indent=1) + "\n")
    print(len(CASES), "cases")
