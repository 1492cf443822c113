"""Documents from a wider grammar than plain_yaml's, many of them malformed."""
import plain_yaml

KEYS = (plain_yaml.INTEGER_KEYS + plain_yaml.FLAG_KEYS + ["deviceType", "deviceIds", "parallelType", "torchrun"] * 2
        + ["handler", "base", "x", "y"])
ODD_KEYS = ["<<", "=", "on", "off", "y", "n", "1", "0x1", "1.0", "null", "~", "''", '""', "'on'", '"1"', "!!str on",
            "!!str 1", "!!null ''", "? a", "2001-01-01", "*a", "&k minWorkers", "- a", "[a]", "{a: b}", "a b", "a#b",
            "a #b", "@a", "`a", "%a", "|", ">", "minWorkers ", " minWorkers", '"min\\x57orkers"', "'minWorkers'",
            '"minWorkers"', "!!str minWorkers", "? minWorkers\n", "é", "\U0001f600", ".", "..", "...", "--", "---a"]
TAGS = ["!!int", "!!str", "!!float", "!!bool", "!!null", "!!seq", "!!map", "!!set", "!!omap", "!!pairs", "!!binary",
        "!!timestamp", "!!merge", "!!value", "!", "!foo", "!!foo", "!e!x", "!<tag:yaml.org,2002:int>", "!<!x>", "!<>",
        "!!python/tuple", "!!java.io.File", "!!python/name:os.system", "!%41", "!!i%6et"]
SCALARS = """0 -0 +0 00 01 07 08 010 0010 -010 +010 0_1 0_8 1_ 1_2 _ 0b 0b2 0b1 -0b1 0b1_0 0x 0xg 0xF -0xf 0x_1 0o7 1:2 1:2:3 01:2
-1:2 1:59 1:60 0:1 1:2.5 1:2:3.4 1:02 12:34:56.7_8 190:20:30.15 1. .1 -.1 +.1 . -. 1.5 1e1 1.e1 1.0e1 1.0e+1 1.0e-1 1.0E+1 .1e+1 1e+1 1e-1
1_0.5 1.5_0 1.5e+0_1 .inf -.inf +.inf .Inf .INF .iNf .nan .NaN .NAN .nAn nan inf 2147483647 2147483648 -2147483648 -2147483649
9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 17777777777 037777777777 020000000000 000000000004 0x7fffffff
0x80000000 -0x80000000 0xffffffffffffffffff 0b11111111111111111111111111111111 99999:59 596523:14:07 596523:14:08 35791394:7 35791394:8 yes Yes YES
yEs no No NO on On ON oN off Off OFF true True TRUE false False FALSE y Y n N null Null NULL nUll ~ ~~ = == < << <<< 2001-01-01 2001-1-1 2001-13-45
2001-02-30 2001-12-14T21:59:43.1-05:00 2001-12-14t21:59:43Z 2001-12-14 0001-01-01 9999-99-99 cpu gpu CPU Gpu gPU cuda pp tp pptp custom TP tensor
c10d localhost:1 a:b a: :a a:: a#b #a a,b ,a [a a] {a a} 'a "a a' a" &a *a !a |a >a %a @a `a -a ?a :a - ? : -- --- ... a\\tb 1\u00a0 １ ١ é""".split()
SPACED = ["a b", "5 5", "1 #c", "1 # c", "1#c", "4\t", "\t4", "4 \t", "\t", "2001-12-14 21:59:43.10 -5", "2001-12-14 25:61:61",
          "${X}", "{{ x }}", "{% x %}", "50%", "a: b", "a :b", "a : b", "- a", "? a", "4\u2028", "4\u0085", "4\u00a0", "\u20284"]
ESCAPES = ["\\n", "\\t", "\\x41", "\\u0041", "\\U00000041", "\\U0001F600", "\\uD83D", "\\ud83d\\ude00", "\\U00110000", "\\0", "\\a",
           "\\e", "\\N", "\\_", "\\L", "\\P", '\\"', "\\/", "\\q", "\\x4", "\\\n  ", "\n", "\n\n  ", "  \n  ", "''", "\t", "\\\\"]
CHARACTERS = list(":-?,[]{}#&*!|>'\"%@`=~<\\/ \t\n\r") + ["\r\n", "\u0085", "\u2028", "\u2029", "\ufeff", "\u00a0", "\x00", "\x07", "\x7f",
                                                         "\ue000", "\ufffe", "\U0001f600", "é", "0", "1", "a", "  ", "\n\n", "\n- ",
                                                         ": ", " #", "---\n", "...\n", "\n--- ", "&a ", "*a", "!!int ", "<<: *a"]


HARMLESS = 0.85  # share of scalars that cannot break the document around them


def word(rng):
    """A scalar of one word; those that begin with an indicator or hold one are rare."""
    while True:
        text = rng.choice(SCALARS)
        if rng.random() > HARMLESS or not (text[0] in "&*!|>%@`[]{},?:'\"#" or text[-1] in "]}:'\"" or text[:2] == "--" or text == "-"):
            return text


def alias(rng):
    return rng.choice(["*a", "*b", "*a ", "*b", "*nope"] if rng.random() > HARMLESS else ["*a", "*b"])


def quoted(rng):
    inside = "".join(rng.choice(ESCAPES + SCALARS) if rng.random() > HARMLESS else word(rng) for _ in range(rng.randint(0, 3)))
    return f'"{inside}"' if rng.random() < 0.6 else f"'{inside}'"


def block(rng, indent):
    header = rng.choice("|>") + rng.choice(["", "-", "+"] * 6 + ["1", "2", "9", "0", "2-", "+2", "-+", "x", " #c", " c", "#c"])
    lines = [rng.choice(["", " ", "  ", "\t"]) + rng.choice(SCALARS + ["", "# c"]) for _ in range(rng.randint(0, 3))]
    return header + "".join("\n" + " " * (indent + rng.choice([0, 1, 2, 2, 2])) + line for line in lines)


def scalar(rng, indent=0):
    pick = rng.random()
    if pick < 0.6:
        return word(rng)
    if pick < 0.66:
        return rng.choice(SPACED)
    if pick < 0.78:
        return rng.choice(plain_yaml.INTEGERS)
    if pick < 0.9:
        return quoted(rng)
    return block(rng, indent)


def properties(rng):
    text = ""
    if rng.random() < 0.06:
        text += rng.choice(TAGS[:11] if rng.random() < 0.8 else TAGS) + " "
    if rng.random() < 0.09:
        text += "&" + rng.choice(["a", "b", "a-1", "é", "a:", ""]) + " "
    return text


def flow(rng, depth):
    count = rng.randint(0, 4)
    space = rng.choice(["", " ", " ", "\n ", "\n"])
    comma = ", " if rng.random() < 0.8 else "," + space
    if rng.random() < 0.5:
        text = "[" + comma.join(value(rng, 0, depth + 1, in_flow=True) for _ in range(count))
        close = "]"
    else:
        colon = rng.choice([": "] * 9 + [":", " : ", ":\n "])
        text = "{" + comma.join((rng.choice(["", "? "]) if rng.random() < 0.1 else "") + key(rng)
                                + (colon + value(rng, 0, depth + 1, in_flow=True) if rng.random() < 0.9 else "") for _ in range(count))
        close = "}"
    return text + ("," if rng.random() < 0.1 else "") + ("" if rng.random() < 0.01 else close)


def value(rng, indent, depth, in_flow=False):
    pick = rng.random()
    head = properties(rng)
    if pick < (0.07 if rng.anchors else 0.004):
        return (head if rng.random() > HARMLESS else "") + alias(rng)
    if depth < 4 and pick < 0.2:
        return head + flow(rng, depth)
    if depth < 4 and pick < 0.32 and not in_flow:
        return head.rstrip(" ") + "\n" + mapping(rng, indent + rng.choice([0, 1, 2, 2, 2, 4]), depth + 1)
    if depth < 4 and pick < 0.4 and not in_flow:
        return head.rstrip(" ") + "\n" + sequence(rng, indent + rng.choice([0, 0, 2]), depth + 1)
    return head + (word(rng) if in_flow else scalar(rng, indent))


def key(rng):
    pick = rng.random()
    if pick < 0.72:
        return rng.choice(KEYS)
    if pick < 0.82:
        return rng.choice(plain_yaml.TORCHRUN_INTEGERS + plain_yaml.TORCHRUN_STRINGS)
    if pick < 0.86:
        return rng.choice(ODD_KEYS)
    return word(rng) if pick < 0.89 else rng.choice(KEYS)


def mapping(rng, indent, depth):
    lines = []
    for _ in range(rng.choice([0, 1, 1, 2, 2, 3])if depth else rng.randint(1, 6)):
        pick = rng.random()
        pad = " " * (indent if rng.random() < 0.995 else rng.randint(0, 6))
        if pick < 0.01:
            lines.append(pad + rng.choice(["# c", "", "\t", "\t# c", "...", "---", "--- # c", "--- a", "%YAML 1.1", "- a", "x", "]"]))
        elif pick < (0.06 if rng.anchors else 0.012):
            lines.append(pad + "<<: " + rng.choice(["*a", "*b", "[*a, *a]", "[*a, {minWorkers: 3, x: 1}]", "{maxWorkers: 4}", "1", "~", "[]", "[1]"] + ["*a"] * 5))
        elif pick < 0.075:
            lines.append(pad + "? " + value(rng, indent + 2, depth + 2) + ("\n" + pad + ": " + value(rng, indent + 2, depth + 2) if rng.random() < 0.8 else ""))
        elif pick < 0.45:
            lines.append("\n".join(pad + line for line in plain_yaml.item(rng).split("\n")))
        else:
            colon = ": " if rng.random() < 0.99 else rng.choice([":", ":\t", " : ", ":  ", " ", "="])
            lines.append(pad + key(rng) + colon + value(rng, indent, depth))
    return "\n".join(lines)


def sequence(rng, indent, depth):
    pad = " " * indent
    return "\n".join(pad + rng.choice(["- "] * 9 + ["-  ", "-\t", "-"]) + value(rng, indent + 2, depth) for _ in range(rng.randint(0, 3)))


def edited(rng, text):
    for _ in range(rng.choice([1, 1, 2, 3])):
        at = rng.randint(0, len(text))
        pick = rng.random()
        if pick < 0.45:
            text = text[:at] + rng.choice(CHARACTERS) + text[at:]
        elif pick < 0.65:
            text = text[:at] + text[at + rng.randint(1, 3):]
        elif pick < 0.8:
            text = text[:at] + rng.choice(CHARACTERS) + text[at + 1:]
        elif pick < 0.9:
            end = rng.randint(at, min(len(text), at + 30))
            text = text[:end] + text[at:]
        else:
            text = text[:at]
    return text


def limits(rng):
    """Documents near SnakeYAML's limits."""
    pick = rng.randint(0, 5)
    count = rng.choice([48, 49, 50, 51, 52])
    if pick == 0:
        return "minWorkers: 2\na: &a [1]\nb: [" + ",".join(["*a"] * count) + "]\n"
    if pick == 1:
        return "minWorkers: 2\na: &a 1\nb: [" + ",".join(["*a"] * count) + "]\n"
    if pick == 2:
        return "minWorkers: 2\nx: " + "[" * count + "]" * count + "\n"
    if pick == 3:
        return "minWorkers: 2\nx: " + "{a: " * count + "1" + "}" * count + "\n"
    if pick == 4:
        return "k" * rng.choice([127, 128, 1023, 1024, 1025]) + rng.choice([": 1\n", " : 1\n"])
    return '"' + "k" * rng.choice([1020, 1021, 1022, 1023, 1024, 1025]) + '": 1\n'


def document(rng):
    pick = rng.random()
    if pick < 0.01:
        return limits(rng)
    rng.anchors = rng.random() < 0.4
    if pick < 0.25:
        return edited(rng, plain_yaml.plain_document(rng))
    head = ""
    if rng.random() < 0.06:
        head = "".join(rng.choice(["%YAML 1.1\n", "%YAML 1.2\n", "%YAML 2.0\n", "%YAML 1\n", "%TAG !e! tag:yaml.org,2002:\n", "%TAG ! tag:x,1:\n",
                                   "%FOO bar\n", "%\n", "# c\n"]) for _ in range(rng.randint(1, 2))) + rng.choice(["---\n", "--- ", "---", ""])
    if pick < 0.94:
        body = ("a: &a {minWorkers: 2, torchrun: {nproc-per-node: 3}, parallelLevel: 5}\nb: &b [1, 2]\n" if rng.anchors else "") + mapping(rng, rng.choice([0, 0, 0, 0, 0, 2]), 0)
    elif pick < 0.96:
        body = sequence(rng, 0, 0)
    else:
        body = value(rng, 0, 0)
    text = head + body + rng.choice(["\n"] * 30 + ["", "\n...\n", "\n---\n", "\n...\n---\n", "\n# c", "\n\t\n", "\n  \n", " "])
    if rng.random() < 0.12:
        text = edited(rng, text)
    if rng.random() < 0.03:
        text = text.replace("\n", rng.choice(["\r\n", "\r", "\u0085", "\u2028"]))
    return ("\ufeff" if rng.random() < 0.02 else "") + text
