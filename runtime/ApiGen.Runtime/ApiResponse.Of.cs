using System.Net;
using System.Net.Http.Headers;
using ApiGen.Budgets;

namespace ApiGen;

/// <summary>A successful answer with all that came beside its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class ApiResponse<T> : ApiResponse
{
    /// <summary>Gathers an answer.</summary>
    /// <param name="value">What the body was read as.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="budgets">The budgets of the endpoint after the call; empty if they couldn't be read.</param>
    public ApiResponse(
        T value, HttpStatusCode statusCode, HttpResponseHeaders headers, IReadOnlyList<BudgetState> budgets)
        : base(statusCode, headers, budgets) => Value = value;

    /// <summary>What the body was read as.</summary>
    public T Value { get; }
}
