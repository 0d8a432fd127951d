using System.Reflection;

namespace Architecture.Tests;

/// <summary>The id of a method in the compiler's documentation file.</summary>
/// <remarks>C# language specification, annex D.4.2 (ID string format).</remarks>
internal static class DocumentationId
{
    public static string Of(MethodBase method)
    {
        var parameters = string.Join(",", method.GetParameters().Select(parameter => TypeName(parameter.ParameterType)));
        string name = method is ConstructorInfo ? "#ctor" : method.Name.Replace('.', '#');
        string arity = method.IsGenericMethodDefinition ? "``" + method.GetGenericArguments().Length : "";
        string result = method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } conversion ? "~" + TypeName(conversion.ReturnType) : "";
        return $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{name}{arity}{(parameters == "" ? "" : $"({parameters})")}{result}";
    }

    public static string Of(PropertyInfo property)
    {
        var parameters = string.Join(",", property.GetIndexParameters().Select(parameter => TypeName(parameter.ParameterType)));
        return $"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}{(parameters == "" ? "" : $"({parameters})")}";
    }

    private static string TypeName(Type type)
    {
        if (type.IsByRef) return TypeName(type.GetElementType()!) + "@";
        if (type.IsPointer) return TypeName(type.GetElementType()!) + "*";
        if (type.IsArray) return TypeName(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : "[" + string.Join(",", Enumerable.Repeat("0:", type.GetArrayRank())) + "]");
        if (type.IsGenericMethodParameter) return "``" + type.GenericParameterPosition;
        if (type.IsGenericParameter) return "`" + type.GenericParameterPosition;
        if (!type.IsGenericType) return type.FullName!.Replace('+', '.');
        string name = type.GetGenericTypeDefinition().FullName!.Replace('+', '.');
        return name[..name.IndexOf('`')] + "{" + string.Join(",", type.GetGenericArguments().Select(TypeName)) + "}";
    }
}
