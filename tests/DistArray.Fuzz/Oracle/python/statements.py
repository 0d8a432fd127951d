"""The kinds of statements of programs."""
import numpy as np

import indices
from shapes import broadcastable, fits, number

KINDS = []


def kind(weight):
    """Registers a kind of statement; it is a function of the case that appends one, or nothing where the case has no fitting arrays."""
    def register(function):
        KINDS.append((weight, function))
        return function
    return register


def append(case):
    case.rng.choices([function for _, function in KINDS], [weight for weight, _ in KINDS])[0](case)


@kind(6)
def index(case):
    name, value = case.pick()
    subscript = indices.basic(case.rng, value.shape)
    if "..." not in subscript and subscript.count(",") + 1 >= value.ndim:
        subscript += ", ..."  # else NumPy gives a number, which is no view
    case.run(f"{case.name()}={name}[{subscript}]")


@kind(1)
def create(case):
    case.new()


@kind(5)
def assign(case):
    picked = case.pick(test=case.is_writable)
    if picked is None:
        return
    name, value = picked
    subscript = indices.basic(case.rng, value.shape)
    try:
        shape = np.shape(eval(f"a[{subscript}]", {"a": value}))
    except IndexError:
        case.run(f"{name}[{subscript}]=0")
        return
    if case.rng.random() < 0.15:
        case.run(f"{name}[{subscript}]={number(case.rng, value.dtype)}")
        return
    if shape and 0 < shape[-1] <= 6 and case.rng.random() < 0.1:
        case.run(f"{name}[{subscript}]=[{', '.join(number(case.rng, value.dtype) for _ in range(shape[-1]))}]")
        return
    if value.dtype.kind != "b" and case.rng.random() < 0.1:
        case.run(f"{name}[{subscript}]{case.rng.choice(['+=', '-=', '*='])}{number(case.rng, value.dtype)}")
        return
    source = case.pick(value.dtype.kind, test=lambda one: one.dtype == value.dtype and fits(one.shape, shape))
    if source is None or case.rng.random() < 0.4:
        source = case.new(value.dtype.name, broadcastable(case.rng, shape))
    case.run(f"{name}[{subscript}]={source[0]}")


@kind(2)
def overlap(case):
    """One part of an array into another."""
    picked = case.pick(test=lambda value: case.is_writable(value) and value.ndim > 0 and value.shape[0] > 1)
    if picked is None:
        return
    name, value = picked
    if case.rng.random() < 0.3:  # of a copy that every rank has whole, or that lies along another axis, so that memory does overlap
        shape = (case.rng.randint(2, 9),) * 2
        codes = case.rng.choice(["n n", "n b"]) if case.ranks > 1 else "n n"
        name = case.name()
        case.run(f'{name}=array("{value.dtype.name}", {shape}, "{codes}", {(1, case.ranks) if codes == "n b" else (1, 1)}, "{case.rng.choice("CF")}", "s{case.rng.randrange(9)}")')
        value = case.environment[name]
        if case.rng.random() < 0.3:
            case.run(f"{name}[...]=np.transpose({name})")
            return
    size = value.shape[0]
    by = case.rng.randint(1, size - 1)
    case.run(f"{name}[" + case.rng.choice([f"{by}:]={name}[:{size - by}]", f":{size - by}]={name}[{by}:]", f"::-1]={name}", f"...]={name}[::-1]"]))

