namespace ApiGen.EndToEnd.Tests.Samples;

/// <summary>How a run of the sample ended, and what it printed.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    /// <summary>The output of a run that must succeed.</summary>
    public string Succeeded()
    {
        Assert.True((ExitCode, Error) == (0, ""), $"It ended with {ExitCode}:\n{Output}\n{Error}");
        return Output;
    }

    /// <summary>The one line that a run which must fail says about it.</summary>
    public string Failed()
    {
        Assert.True(ExitCode == 1, $"It ended with {ExitCode}:\n{Output}\n{Error}");
        return Assert.Single(Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
