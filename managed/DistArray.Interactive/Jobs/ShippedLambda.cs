using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DistArray.Interactive.Hosting;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Jobs;

/// <summary>Turns a delegate into what another process can call.</summary>
internal static class ShippedLambda
{
    private static readonly Type[] Simple =
        [typeof(string), typeof(decimal), typeof(Complex), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid)];

    /// <exception cref="ArgumentException">It captures what cannot be copied.</exception>
    public static MethodCall Of(Delegate body)
    {
        if (body.GetInvocationList().Length != 1) throw new ArgumentException("Apply: the delegate has several methods. Apply them one after the other.", nameof(body));
        MethodInfo method = body.Method;
        if (method.Module.Assembly.Location is not { Length: > 0 } path || method.DeclaringType is not { } declaring)
            throw new ArgumentException($"Apply: {method.Name} was made at run time, and is in no assembly file that the engines could load. Give them its source with Execute.", nameof(body));
        CapturedObject? target = body.Target is null ? null : Capture(body.Target, declaring, UsedFields.Of(method));
        return new MethodCall(path, method.Module.ModuleVersionId, method.MetadataToken, Names(declaring.GetGenericArguments()), Names(method.GetGenericArguments()), target);
    }

    private static CapturedObject? Capture(object target, Type declaring, IReadOnlySet<FieldInfo> used)
    {
        if (!IsCompilers(declaring))
            throw new ArgumentException($"Apply: the lambda captures 'this', a {TypeText.Of(declaring)} that stays in this process. Copy what it needs of it into local variables, or make it static.");
        // Lambdas that capture nothing share an object without fields.
        return Fields(declaring).Length == 0 ? null : Copy(target, used);
    }

    private static CapturedObject Copy(object target, IReadOnlySet<FieldInfo> used)
    {
        Dictionary<string, string> values = [];
        Dictionary<string, CapturedObject> outer = [];
        foreach (FieldInfo field in Fields(target.GetType()).Where(used.Contains))
        {
            object? value = field.GetValue(target);
            if (IsCompilers(field.FieldType) && value is not null) outer[field.Name] = Copy(value, used);
            else if (IsSimple(field.FieldType)) values[field.Name] = JsonSerializer.Serialize(value, field.FieldType, ValueJson.Options);
            else if (field.Name.Contains("__this", StringComparison.Ordinal)) _ = Capture(target, field.FieldType, used);
            else
                throw new ArgumentException($"Apply: the lambda captures '{field.Name}', a {TypeText.Of(field.FieldType)}, which stays in this process. "
                    + "Numbers, texts, dates, enumerations and arrays of those are copied; an array of the engines is reached by its name in a line (Execute).");
        }
        return new CapturedObject(values, outer);
    }

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static bool IsCompilers(Type type) => type.Name.StartsWith("<>c", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsSimple(Type type) =>
        type.IsPrimitive || type.IsEnum || Simple.Contains(type) || (type.IsSZArray && IsSimple(type.GetElementType()!)) || (Nullable.GetUnderlyingType(type) is { } inner && IsSimple(inner));

    private static string[] Names(Type[] types) => [.. types.Select(type => type.AssemblyQualifiedName!)];
}
