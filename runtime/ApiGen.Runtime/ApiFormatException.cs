namespace ApiGen;

/// <summary>
/// The server answered with success, and the body isn't what the spec says. The call took effect; only its result can't
/// be read, and is left in <see cref="ApiException.Body"/>.
/// </summary>
public sealed class ApiFormatException : ApiException
{
    /// <summary>Reports an unreadable body.</summary>
    /// <param name="path">The place in the body, as <c>$.status.entities.urls[2].url</c>.</param>
    /// <param name="problem">What is wrong there.</param>
    /// <param name="innerException">The error underneath, if one was caught.</param>
    public ApiFormatException(string path, string problem, Exception? innerException = null)
        : base($"The answer can't be read at {path}: {problem}", innerException)
    {
        Path = path;
        Problem = problem;
    }

    /// <summary>The place in the body, as <c>$.status.entities.urls[2].url</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong there.</summary>
    public string Problem { get; }
}
