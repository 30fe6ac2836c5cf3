using System.Net;
using System.Net.Http.Headers;
using ApiGen.Budgets;

namespace ApiGen;

/// <summary>A successful answer with all that came beside its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class ApiResponse<T>
{
    /// <summary>Gathers an answer.</summary>
    /// <param name="value">What the body was read as.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="budgets">The budgets of the endpoint after the call; empty if they couldn't be read.</param>
    public ApiResponse(
        T value, HttpStatusCode statusCode, HttpResponseHeaders headers, IReadOnlyList<BudgetState> budgets)
    {
        Value = value;
        StatusCode = statusCode;
        Headers = headers;
        Budgets = budgets;
    }

    /// <summary>What the body was read as.</summary>
    public T Value { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the answer.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>
    /// The budgets of the endpoint after the call, in the order of the spec; empty if they couldn't be read.
    /// </summary>
    public IReadOnlyList<BudgetState> Budgets { get; }
}
