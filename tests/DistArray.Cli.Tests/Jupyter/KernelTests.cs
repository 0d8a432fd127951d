using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistArray.Cli;

namespace DistArray.Cli.Tests;

/// <summary>The kernel, driven by Jupyter's own clients (Debian's python3-nbclient).</summary>
public class KernelTests
{
    private static readonly string s_repository = typeof(KernelTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    private string _folder = "";

    [OneTimeSetUp]
    public void Install()
    {
        _folder = Directory.CreateTempSubdirectory("distarray-jupyter-").FullName;
        Assert.That(Tool.Run(["kernel", "install", "-n", "2", "--folder", _folder], TextWriter.Null, TextWriter.Null), Is.Zero);
        // The tests' host is not the tool.
        string file = Path.Combine(_folder, "kernels", "distarray-2", "kernel.json");
        JsonNode description = JsonNode.Parse(File.ReadAllText(file))!;
        description["argv"] = new JsonArray("dotnet", typeof(Tool).Assembly.Location, "kernel", "run", "{connection_file}", "-n", "2");
        File.WriteAllText(file, description.ToJsonString());
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Kernel_AnswersAsJupyterExpects()
    {
        string[] lines = Python("protocol.py", "distarray-2").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(18).And.All.StartsWith("ok "));
    }

    [Test]
    public void Notebook_ShowsWhatItHasStored()
    {
        string path = Path.Combine(s_repository, "examples", "notebook", "heat.ipynb");
        JsonArray stored = [.. JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code").Select(cell => Stored(cell!["outputs"]!.AsArray()))];
        JsonNode shown = JsonNode.Parse(Python("notebook.py", path, "distarray-2"))!;
        Assert.That(shown.AsArray(), Has.Count.EqualTo(stored.Count).And.Count.GreaterThan(4));
        Assert.That(shown.ToJsonString(), Is.EqualTo(stored.ToJsonString()));
    }

    [Test]
    public void Install_IntoAFile_SaysSo()
    {
        string file = Path.Combine(_folder, "taken");
        File.WriteAllText(file, "");
        var error = new StringWriter();
        Assert.That(Tool.Run(["kernel", "install", "--folder", file], TextWriter.Null, error), Is.EqualTo(2));
        Assert.That(error.ToString(), Does.Contain(file).And.Contain("cannot be written"));
    }

    private static JsonNode Stored(JsonArray outputs) => new JsonArray([.. outputs.Select(output =>
    {
        JsonObject data = output!["data"]?.AsObject() ?? [];
        return new JsonObject
        {
            ["type"] = (string)output["output_type"]!,
            ["text"] = Text(output["text"] ?? data["text/plain"]),
            ["kinds"] = new JsonArray([.. data.Select(kind => kind.Key).Order(StringComparer.Ordinal).Select(kind => JsonValue.Create(kind))]),
        };
    })]);

    // A notebook's texts are lists of lines.
    private static string Text(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)text!;

    private string Python(string script, params string[] arguments)
    {
        ProcessStartInfo start = new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Jupyter", script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JUPYTER_PATH"] = _folder;
        start.Environment["JUPYTER_RUNTIME_DIR"] = _folder;
        using Process python = Process.Start(start)!;
        Task<string> error = python.StandardError.ReadToEndAsync();
        Task<string> output = python.StandardOutput.ReadToEndAsync();
        if (!python.WaitForExit(TimeSpan.FromSeconds(180)))
        {
            python.Kill(entireProcessTree: true);
            Assert.Fail($"{script} did not end. {error.Result}");
        }
        Assert.That(python.ExitCode, Is.Zero, error.Result + output.Result);
        return output.Result;
    }
}
