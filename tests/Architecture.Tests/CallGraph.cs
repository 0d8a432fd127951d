using System.Reflection;
using System.Reflection.Emit;

namespace Architecture.Tests;

/// <summary>Which method calls which, read from the compiled code of the product. Calls through delegates are seen where the delegate is made.</summary>
internal sealed class CallGraph
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xffff);

    private readonly Dictionary<MethodBase, List<MethodBase>> _callers = [];

    public CallGraph(IEnumerable<Assembly> assemblies)
    {
        foreach (var method in assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMembers(All)).OfType<MethodBase>())
            foreach (var callee in Callees(method))
            {
                if (!_callers.TryGetValue(callee, out var callers)) _callers[callee] = callers = [];
                callers.Add(method);
            }
    }

    /// <summary>Every method from which one of the targets is reached, the way to it in words.</summary>
    public IReadOnlyDictionary<MethodBase, string> Reaching(IEnumerable<MethodBase> targets)
    {
        var found = new Dictionary<MethodBase, string>();
        var open = new Queue<MethodBase>();
        foreach (var target in targets.Select(Definition))
            if (found.TryAdd(target, Name(target))) open.Enqueue(target);
        while (open.TryDequeue(out var method))
        {
            foreach (var caller in _callers.GetValueOrDefault(method, []))
                if (found.TryAdd(caller, Name(caller) + " → " + found[method])) open.Enqueue(caller);
        }
        return found;
    }

    private static string Name(MethodBase method) => method.DeclaringType!.Name + "." + method.Name;

    private static IEnumerable<MethodBase> Callees(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : null;
        for (int at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xfe) value = 0xfe00 | il[at++];
            var code = OpCodesByValue[value];
            if (code.OperandType == OperandType.InlineMethod)
            {
                var callee = method.Module.ResolveMethod(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
                if (callee.DeclaringType?.Assembly.GetName().Name?.StartsWith("DistArray", StringComparison.Ordinal) == true) yield return Definition(callee);
            }
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static MethodBase Definition(MethodBase method)
    {
        if (method is MethodInfo { IsGenericMethod: true } generic) method = generic.GetGenericMethodDefinition();
        var type = method.DeclaringType!;
        if (!type.IsConstructedGenericType) return method;
        return MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle)!;
    }
}
