namespace DistArray.IO;

/// <summary>NumPy's letters for the element types.</summary>
internal static class NpyTypes
{
    /// <summary>The letters with which an element type is written; a logical is the integer of its size.</summary>
    public static string Description(ElementType type) => Letters(type) switch
    {
        ['b' or 'i' or 'u', '1'] letters => $"|{letters}",
        string letters => $"<{letters}",
    };

    /// <summary>The element type of letters in a header.</summary>
    /// <param name="description">Value of <c>descr</c>.</param>
    /// <returns>The type and whether its bytes come in big-endian order.</returns>
    /// <exception cref="NotSupportedException">There is no such element type.</exception>
    /// <exception cref="InvalidDataException">It describes no type at all.</exception>
    public static (ElementType Type, bool IsBigEndian) Parse(object description)
    {
        if (description is List<object> or object[])
            throw new NotSupportedException("it holds a structured type. Save its fields as arrays of their own: np.save(name, a['field'])");
        if (description is not string text || text.Length < 2)
            throw new InvalidDataException("descr is no element type");
        bool hasOrder = text[0] is '<' or '>' or '|' or '=';
        string letters = hasOrder ? text[1..] : text;
        foreach (ElementType type in ElementTypes.All)
        {
            if (Letters(type) == letters && type is not (ElementType.Logical32 or ElementType.Logical64))
                return (type, text[0] == '>' && letters[^1] != '1');
        }
        throw new NotSupportedException($"it holds elements of type '{text}', {Advice(letters)}");
    }

    /// <summary>Whether elements that a file calls <paramref name="stored"/> can be read as <paramref name="wanted"/>.</summary>
    public static bool Fits(ElementType stored, ElementType wanted) => Letters(stored) == Letters(wanted);

    private static string Letters(ElementType type) => type switch
    {
        ElementType.Boolean => "b1",
        ElementType.Complex64 or ElementType.Complex128 => $"c{ElementTypes.SizeOf(type)}",
        ElementType.Float32 or ElementType.Float64 => $"f{ElementTypes.SizeOf(type)}",
        ElementType.UInt8 or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64 => $"u{ElementTypes.SizeOf(type)}",
        _ => $"i{ElementTypes.SizeOf(type)}",
    };

    private static string Advice(string letters) => letters switch
    {
        ['O', ..] => "Python objects, which only Python can load. Save arrays of numbers",
        ['S' or 'U' or 'a', ..] => "text. Save arrays of numbers",
        ['V', ..] => "bytes without a meaning. Save its fields as arrays of their own",
        ['M' or 'm', ..] => "times. Save them as integers: np.save(name, a.astype('i8'))",
        "f2" => "float16, which no array has. Save it wider: np.save(name, a.astype('f4'))",
        "f16" or "f12" or "c32" or "c24" => "long doubles, which no array has. Save them shorter: np.save(name, a.astype('f8')), or 'c16'",
        _ => "which no array has. Save another type: np.save(name, a.astype('f8'))",
    };
}
