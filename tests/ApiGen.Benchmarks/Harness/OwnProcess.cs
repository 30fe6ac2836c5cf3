using System.Diagnostics;

namespace ApiGen.Benchmarks.Harness;

/// <summary>This program once more, in a process of its own.</summary>
internal static class OwnProcess
{
    /// <summary>How to start it with some arguments, its output to be read here.</summary>
    public static ProcessStartInfo With(params string[] arguments)
    {
        // Which is either the program's own executable, or the runtime's, given the program.
        string executable = Environment.ProcessPath!;
        bool isRuntime = Path.GetFileNameWithoutExtension(executable) == "dotnet";
        string[] all = isRuntime ? [typeof(OwnProcess).Assembly.Location, .. arguments] : arguments;
        return new ProcessStartInfo(executable, all) { RedirectStandardOutput = true };
    }
}
