using System.Globalization;
using System.Numerics;
using DistArray.Fuzz.Binding;
using DistArray.Fuzz.Elements;
using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Running;

/// <summary>Runs a program on distributed arrays: what Python does with NumPy, this does with the library.</summary>
internal sealed class Interpreter(ICommunicator communicator)
{
    private static readonly Dictionary<string, string> s_operators = new()
    {
        ["+"] = "op_Addition", ["-"] = "op_Subtraction", ["*"] = "op_Multiply", ["/"] = "op_Division", ["%"] = "op_Modulus", ["//"] = "FloorDivide", ["**"] = "Power",
        ["&"] = "op_BitwiseAnd", ["|"] = "op_BitwiseOr", ["^"] = "op_ExclusiveOr", ["<<"] = "op_LeftShift", [">>"] = "op_RightShift", ["<"] = "op_LessThan",
        ["<="] = "op_LessThanOrEqual", [">"] = "op_GreaterThan", [">="] = "op_GreaterThanOrEqual", ["=="] = "op_Equality", ["!="] = "op_Inequality",
    };

    private static readonly Dictionary<string, string> s_signs = new() { ["-"] = "op_UnaryNegation", ["~"] = "op_OnesComplement", ["+"] = "op_UnaryPlus" };

    /// <summary>Values of the names so far.</summary>
    public Dictionary<string, object?> Variables { get; } = [];

    public void Run(Statement statement)
    {
        if (statement.Target is Subscript target)
        {
            object array = Value(target.Target)!;
            AxisIndex[] indices = Subscripts.Of(target.Items, Value);
            object value = Value(statement.Value)!;
            if (statement.Operator != "=") value = Binder.Call(s_operators[statement.Operator[..^1]], [ElementOf(array).Get(array, indices), value], NoNames)!;
            Assign(array, indices, value);
            return;
        }
        object? result = Value(statement.Value);
        if (statement.Target is Name name) Variables[name.Text] = statement.Operator == "=" ? result : Binder.Call(s_operators[statement.Operator[..^1]], [Variables[name.Text], result], NoNames);
    }

    private static Dictionary<string, object?> NoNames => [];

    private static Element ElementOf(object array) => Element.OfArray(array) ?? throw new FormatException($"{array} is no array.");

    private static void Assign(object array, AxisIndex[] indices, object value)
    {
        Element element = ElementOf(array);
        object? fitting = Element.OfArray(value) == element ? value : value is object?[] ? Fitting.Fit(array.GetType(), value)?.Value : element.Convert(value);
        element.Set(array, indices, fitting ?? throw new NoOverloadException("set", [array, value], NoNames));
    }

    private object? Value(Node node) => node switch
    {
        Number number => Literal(number),
        Text text => text.Value,
        Name name => Named(name.Text),
        Sequence sequence => Array.ConvertAll(sequence.Items, Value),
        Unary unary => Binder.Call(s_signs[unary.Operator], [Value(unary.Operand)], NoNames),
        Binary binary => Binder.Call(s_operators[binary.Operator], [Value(binary.Left), Value(binary.Right)], NoNames),
        Member member => Binder.Call("get_" + member.Name, [Value(member.Target)], NoNames),
        Call call => Called(call),
        Subscript subscript => Part(Value(subscript.Target)!, subscript.Items),
        _ => throw new FormatException($"{node} is no expression."),
    };

    private object? Named(string name) => name switch
    {
        "None" => null,
        "True" => true,
        "False" => false,
        _ => Variables.TryGetValue(name, out object? value) ? value : throw new FormatException($"There is no variable {name}."),
    };

    private object? Part(object target, Node[] items)
    {
        if (target is object?[] several) return several[(long)Value(items[0])!];
        return ElementOf(target).Get(target, Subscripts.Of(items, Value));
    }

    private object? Called(Call call)
    {
        object?[] arguments = Array.ConvertAll(call.Arguments, Value);
        Dictionary<string, object?> named = call.Named.ToDictionary(pair => ParameterName(pair.Name), pair => pair.Name == "dtype" ? TypeOf(pair.Value) : Value(pair.Value));
        named.Remove("kind"); // sorts are stable
        if (call.Function is Name own) return OwnFunction(own.Text, arguments, named);
        if (call.Function is not Member function) throw new FormatException($"{call} calls no function.");
        object?[] all = function.Target is Name { Text: "np" } or Member { Target: Name { Text: "np" } } ? arguments : [Value(function.Target), .. arguments];
        if (function.Name == "astype") (all, named["dtype"]) = (all[..1], TypeOf(call.Arguments[0]));
        return Unpacked(Binder.Call(function.Name, all, named));
    }

    // What NumPy has not, or not in this way.
    private object? OwnFunction(string name, object?[] arguments, Dictionary<string, object?> named) => name switch
    {
        "array" => Create(arguments),
        "redistribute" => Redistributed(arguments),
        "shift" => Binder.Call("Shift", arguments, named),
        "reproducible" => Binder.Call((string)arguments[0]!, arguments[1..], new Dictionary<string, object?>(named) { ["reproducible"] = true }),
        "mapped" => arguments[0] is DistArray<double> reals ? Np.Map(reals, x => (x * 3) - 1) : Np.Map((DistArray<long>)arguments[0]!, x => unchecked((x * 3) - 1)),
        "begun" => Wait(Binder.Call("Begin" + arguments[0], arguments[1..], named)!),
        _ => throw new FormatException($"There is no function {name}."),
    };

    private static object? Wait(object request) => request.GetType().GetMethod("Wait")!.Invoke(request, null);

    private static string ParameterName(string name) => name switch { "out" => "destination", _ => Library.Plain(name) };

    private static TypeName TypeOf(Node value) => new(Element.Of(((Text)value).Value).Type);

    private static object? Unpacked(object? result) => result switch
    {
        System.Runtime.CompilerServices.ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).ToArray(),
        Array { Rank: 1 } array and not object?[] => array.Cast<object?>().ToArray(),
        Array array and object?[] => (object?[])array,
        _ => result,
    };

    // array(dtype, shape, distribution, grid, memory, filling)
    private object Create(object?[] a)
    {
        char memory = ((string)a[4]!)[0];
        return Element.Of((string)a[0]!).Create(DistributionOf([a[1], a[2], a[3]], memory), memory, Filling.Parse((string)a[5]!));
    }

    // redistribute(array, distribution, grid, order)
    private object? Redistributed(object?[] a)
    {
        Distribution distribution = DistributionOf([ElementOf(a[0]!).ShapeOf(a[0]!), a[1], a[2]]);
        return Binder.Call("Redistribute", [a[0], distribution, (string)a[3]! == "F" ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor], NoNames);
    }

    private Distribution DistributionOf(object?[] a, char memory = 'C') => DistributionText.Parse(communicator, [.. ((object?[])a[0]!).Select(one => (long)one!)], (string)a[1]!, [.. ((object?[])a[2]!).Select(one => (int)(long)one!)], memory);

    private static object Literal(Number number)
    {
        string text = number.Text;
        if (text[^1] == 'j') return new Complex(0, double.Parse(text[..^1], CultureInfo.InvariantCulture));
        if (long.TryParse(text, CultureInfo.InvariantCulture, out long integer)) return integer;
        return ulong.TryParse(text, CultureInfo.InvariantCulture, out ulong large) ? large : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
