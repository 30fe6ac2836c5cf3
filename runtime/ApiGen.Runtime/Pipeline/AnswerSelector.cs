namespace ApiGen.Pipeline;

/// <summary>Makes of an answer what its caller wants, while the body is still there.</summary>
internal delegate TResult AnswerSelector<in T, out TResult>(
    HttpResponseMessage response, ReadOnlySpan<byte> body, T value);
