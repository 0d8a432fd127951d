using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;

namespace DistArray.Stacks;

/// <summary>The source line of a frame, from the portable symbols beside its assembly.</summary>
internal static class SourceLines
{
    private static readonly Dictionary<string, MetadataReader?> s_symbols = [];

    /// <summary>Such as <c> in Program.cs:line 12</c>; empty where there are no symbols.</summary>
    public static string Of(ClrStackFrame frame)
    {
        try
        {
            ClrMethod method = frame.Method!;
            if (method.Type.Module.Name is not { } module || Symbols(module) is not { } reader) return "";
            int offset = OffsetOf(method, frame.InstructionPointer);
            var information = reader.GetMethodDebugInformation(MetadataTokens.MethodDefinitionHandle(method.MetadataToken & 0xFFFFFF));
            SequencePoint? found = null;
            foreach (SequencePoint point in information.GetSequencePoints())
                if (!point.IsHidden && point.Offset <= offset) found = point;
            return found is { } line ? $" in {Path.GetFileName(reader.GetString(reader.GetDocument(line.Document).Name))}:line {line.StartLine}" : "";
        }
        catch (BadImageFormatException)
        {
            return "";
        }
    }

    // A frame that called stands behind the call.
    private static int OffsetOf(ClrMethod method, ulong address)
    {
        int offset = 0;
        ulong best = 0;
        foreach (ILToNativeMap map in method.ILOffsetMap)
            if (map.ILOffset >= 0 && map.StartAddress < address && map.StartAddress >= best) (best, offset) = (map.StartAddress, map.ILOffset);
        return offset;
    }

    private static MetadataReader? Symbols(string module)
    {
        if (s_symbols.TryGetValue(module, out MetadataReader? known)) return known;
        string file = Path.ChangeExtension(module, ".pdb");
        return s_symbols[module] = File.Exists(file) ? MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(file)).GetMetadataReader() : null;
    }
}
