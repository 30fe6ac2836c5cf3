namespace ApiGen.CompilerServices;

/// <summary>A JSON text can't be read; <see cref="JsonBody"/> turns it into what callers see.</summary>
/// <param name="offset">The byte at which reading stopped.</param>
/// <param name="problem">What is wrong there.</param>
internal sealed class JsonProblemException(int offset, string problem) : Exception(problem)
{
    public int Offset { get; } = offset;

    public string Problem { get; } = problem;
}
