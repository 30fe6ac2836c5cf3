namespace ApiGen.Package.Tests;

/// <summary>How a run of <c>dotnet</c> ended, and all that it printed.</summary>
internal sealed record DotnetResult(string Command, int ExitCode, string Output)
{
    /// <summary>The output of a run that must succeed.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, $"dotnet {Command} ended with {ExitCode}:\n{Output}");
        return Output;
    }

    /// <summary>The output of a run that must fail.</summary>
    public string Failed()
    {
        Assert.True(ExitCode != 0, $"dotnet {Command} succeeded:\n{Output}");
        return Output;
    }

    /// <summary>The errors of a build that must fail, each once, without the project that its line ends with.</summary>
    public IReadOnlyList<string> FailedWithErrors() =>
    [
        .. Failed().Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => line.Split(" [")[0].Trim())
            .Distinct(),
    ];

    /// <summary>The error of a build that must fail with one.</summary>
    public string FailedWithOneError()
    {
        IReadOnlyList<string> errors = FailedWithErrors();
        Assert.True(errors.Count == 1, $"dotnet {Command} reported {errors.Count} errors:\n{Output}");
        return errors[0];
    }
}
