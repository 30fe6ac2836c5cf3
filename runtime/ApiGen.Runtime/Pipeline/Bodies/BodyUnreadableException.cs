namespace ApiGen.Pipeline.Bodies;

/// <summary>
/// A file can't be read that a body consists of. It is no <see cref="IOException"/>, which a handler would take for a
/// failure of the connection.
/// </summary>
internal sealed class BodyUnreadableException(string file, string problem, Exception? innerException = null)
    : Exception($"The file '{file}' can't be read: {problem.TrimEnd('.')}.", innerException);
