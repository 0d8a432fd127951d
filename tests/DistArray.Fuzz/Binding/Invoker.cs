using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace DistArray.Fuzz.Binding;

/// <summary>Calls methods as compiled code would: spans among the parameters, which reflection cannot pass, and exceptions as they are thrown.</summary>
internal static class Invoker
{
    private static readonly ConcurrentDictionary<MethodInfo, Func<object?[], object?>> s_callers = new();

    public static object? Call(MethodInfo method, object?[] arguments) => s_callers.GetOrAdd(method, Make)(arguments);

    private static Func<object?[], object?> Make(MethodInfo method)
    {
        var caller = new DynamicMethod(method.Name, typeof(object), [typeof(object?[])], typeof(Invoker).Module, skipVisibility: true);
        ILGenerator il = caller.GetILGenerator();
        Type[] types = [.. method.IsStatic ? [] : new[] { method.DeclaringType! }, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
        for (int i = 0; i < types.Length; i++)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldelem_Ref);
            Convert(il, types[i]);
        }
        il.Emit(OpCodes.Call, method);
        if (method.ReturnType == typeof(void)) il.Emit(OpCodes.Ldnull);
        else if (method.ReturnType.IsValueType) il.Emit(OpCodes.Box, method.ReturnType);
        il.Emit(OpCodes.Ret);
        return caller.CreateDelegate<Func<object?[], object?>>();
    }

    private static void Convert(ILGenerator il, Type type)
    {
        if (!type.IsByRefLike)
        {
            il.Emit(OpCodes.Unbox_Any, type);
            return;
        }
        Type array = type.GetGenericArguments()[0].MakeArrayType();
        il.Emit(OpCodes.Castclass, array);
        il.Emit(OpCodes.Call, type.GetMethod("op_Implicit", [array])!);
    }
}
