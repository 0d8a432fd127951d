using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace DistArray.Interactive.Jobs;

/// <summary>Which captured variables a lambda uses: those of one scope lie in one object, whichever lambda they are for.</summary>
internal static class UsedFields
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xffff);

    /// <summary>The fields that the body names, and the bodies of lambdas and iterators inside of it.</summary>
    public static IReadOnlySet<FieldInfo> Of(MethodInfo body)
    {
        HashSet<FieldInfo> fields = [];
        HashSet<MethodBase> seen = [body];
        Queue<MethodBase> open = new([body]);
        while (open.TryDequeue(out MethodBase? method))
        {
            foreach (MemberInfo member in Members(method))
            {
                if (member is FieldInfo field) fields.Add(field);
                else if (member is MethodBase called && called.DeclaringType is { } type && type.IsDefined(typeof(CompilerGeneratedAttribute), false))
                    foreach (MethodBase inside in type.Name.StartsWith("<>c", StringComparison.Ordinal) ? [called] : (IEnumerable<MethodBase>)type.GetMethods(All))
                        if (seen.Add(inside)) open.Enqueue(inside);
            }
        }
        return fields;
    }

    private static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xfe) value = 0xfe00 | il[at++];
            OpCode code = OpCodesByValue[value];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
