using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Hosting;

/// <summary>The method that a client's lambda was compiled to, with copies of what it captured.</summary>
internal static class CallTarget
{
    /// <summary>Calls it with the communicator.</summary>
    /// <returns>The result as JSON; null for none.</returns>
    public static string? Invoke(MethodCall call, ICommunicator world)
    {
        Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(call.Assembly);
        if (assembly.ManifestModule.ModuleVersionId != call.Version)
            throw new InvalidOperationException($"{call.Assembly} is another build than the client runs. Build it again, and start the client and its engines anew.");
        MethodBase method = assembly.ManifestModule.ResolveMethod(call.Token, Types(call.TypeArguments), Types(call.MethodArguments))!;
        if (method.IsGenericMethodDefinition) method = ((MethodInfo)method).MakeGenericMethod(Types(call.MethodArguments));
        Type declaring = method.DeclaringType!;
        object? target = call.Target is { } captured ? Restore(declaring, captured) : method.IsStatic ? null : Activator.CreateInstance(declaring);
        object? result = method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [world], null);
        if (call.Target is { } given) ThrowIfAssigned(target!, given);
        return ((MethodInfo)method).ReturnType == typeof(void) ? null : JsonSerializer.Serialize(result, result?.GetType() ?? typeof(object), ValueJson.Options);
    }

    private static Type[] Types(IReadOnlyList<string> names) => [.. names.Select(name => Type.GetType(name, throwOnError: true)!)];

    private static object Restore(Type type, CapturedObject captured)
    {
        object target = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var (name, json) in captured.Values)
        {
            FieldInfo field = Field(type, name);
            field.SetValue(target, JsonSerializer.Deserialize(json, field.FieldType, ValueJson.Options));
        }
        foreach (var (name, outer) in captured.Outer)
        {
            FieldInfo field = Field(type, name);
            field.SetValue(target, Restore(field.FieldType, outer));
        }
        return target;
    }

    private static void ThrowIfAssigned(object target, CapturedObject given)
    {
        foreach (var (name, json) in given.Values)
        {
            FieldInfo field = Field(target.GetType(), name);
            if (JsonSerializer.Serialize(field.GetValue(target), field.FieldType, ValueJson.Options) != json)
                throw new InvalidOperationException($"Apply: the lambda changes '{name}', of which an engine has a copy alone: the client would not see it. Return the value instead.");
        }
        foreach (var (name, outer) in given.Outer) ThrowIfAssigned(Field(target.GetType(), name).GetValue(target)!, outer);
    }

    private static FieldInfo Field(Type type, string name) => type.GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
}
