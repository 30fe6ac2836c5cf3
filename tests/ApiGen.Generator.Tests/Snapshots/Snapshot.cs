using System.Runtime.CompilerServices;
using System.Text;
using DiffEngine;
using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Tests.Snapshots;

/// <summary>
/// Compares what a driver generated with the verified files beside a test, by the file conventions of Verify:
/// <c>Class.Method#Hint.g.verified.cs</c>, and <c>.received.</c> for what differs.
/// </summary>
internal static class Snapshot
{
    /// <summary>Verifies every generated file, and that no verified file is left over.</summary>
    public static async Task Verify(
        GeneratorDriver driver, string folder, string className, [CallerMemberName] string method = "")
    {
        string prefix = $"{className}.{method}#";
        var failures = new List<string>();
        var verified = new HashSet<string>(Directory.EnumerateFiles(folder, prefix + "*.verified.cs"));
        IEnumerable<GeneratedSourceResult> sources = driver.GetRunResult().Results
            .SelectMany(result => result.GeneratedSources);
        foreach (GeneratedSourceResult source in sources)
        {
            string stem = Path.Combine(folder, prefix + Path.GetFileNameWithoutExtension(source.HintName));
            string expectedPath = stem + ".verified.cs";
            verified.Remove(expectedPath);
            if (!await MatchesAsync(expectedPath, stem + ".received.cs", source.SourceText.ToString()))
                failures.Add(Path.GetFileName(expectedPath));
        }

        failures.AddRange(verified.Select(path => $"{Path.GetFileName(path)} is verified and no longer generated"));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static async Task<bool> MatchesAsync(string verifiedPath, string receivedPath, string received)
    {
        string? verified = File.Exists(verifiedPath) ? await File.ReadAllTextAsync(verifiedPath) : null;
        File.Delete(receivedPath);
        if (verified == received) return true;
        await File.WriteAllTextAsync(receivedPath, received, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (!BuildServerDetector.Detected) await DiffRunner.LaunchAsync(receivedPath, verifiedPath);
        return false;
    }
}
