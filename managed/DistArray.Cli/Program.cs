using DistArray.Cli.Wrapping.Modules;
foreach (string a in args)
{
    var m = ModuleFile.Read(a);
    Console.WriteLine($"{m.Name}: {m.Variables.Count} {m.Procedures.Count} {m.Types.Count} {m.Generics.Count} passed {string.Join(",", m.Passed)}");
    foreach (var v in m.Variables) Console.WriteLine("  " + v.Declaration + (v.Value is null ? "" : " = " + v.Value));
    foreach (var t in m.Types) { Console.WriteLine($"  type {t.Name}"); foreach (var c in t.Components) Console.WriteLine("     " + c.Declaration); }
    foreach (var p in m.Procedures) { Console.WriteLine("  " + p.Declaration); foreach (var c in p.Arguments) Console.WriteLine("     " + c.Declaration + (c.Interface is null ? "" : " " + c.Interface.Declaration)); }
    foreach (var g in m.Generics) Console.WriteLine($"  generic {g.Name}: {string.Join(", ", g.Specifics.Select(s => s.Name))}");
}
