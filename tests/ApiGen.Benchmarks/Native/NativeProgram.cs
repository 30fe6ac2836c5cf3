using System.Diagnostics;
using System.Reflection;

namespace ApiGen.Benchmarks.Native;

/// <summary>A program of one call, published as native code into a folder of its own.</summary>
internal sealed class NativeProgram
{
    private static readonly string Root = typeof(NativeProgram).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    private readonly string _file;

    private NativeProgram(string file, int warnings)
    {
        _file = file;
        Warnings = warnings;
    }

    /// <summary>The different warnings of its publishing.</summary>
    public int Warnings { get; }

    /// <summary>The bytes of the executable.</summary>
    public long Size => new FileInfo(_file).Length;

    /// <summary>Publishes tests/ApiGen.NativeFollow.</summary>
    /// <param name="client">Generated or HandWritten.</param>
    /// <param name="folder">Where all that comes of it goes.</param>
    public static NativeProgram Publish(string client, string folder)
    {
        string[] arguments =
        [
            "publish", "tests/ApiGen.NativeFollow", "-c", "Release", "--use-current-runtime", "-p:PublishAot=true",
            $"-p:Client={client}", "--artifacts-path", Path.Combine(folder, client), "-o", Path.Combine(folder, client),
        ];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(output);
        int warnings = output
            .Split('\n')
            .Where(line => line.Contains("warning", StringComparison.Ordinal))
            .Distinct()
            .Count();
        string name = OperatingSystem.IsWindows() ? "Follow.exe" : "Follow";
        return new NativeProgram(Path.Combine(folder, client, name), warnings);
    }

    /// <summary>Runs it to its end, and gives the milliseconds that this took.</summary>
    public double Run(Uri server)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(_file, [server.ToString()])
        {
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Trim() == "TwitterDev"
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"{_file} ended with {process.ExitCode}: {output}");
    }
}
