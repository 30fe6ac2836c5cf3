namespace ApiGen.Generator.Emit;

/// <summary>Every name outside a generated file that generated code uses. A test finds each in the runtime.</summary>
internal static class RuntimeNames
{
    public const string ApiBudgets = "global::ApiGen.ApiBudgets";
    public const string ApiClientOptions = "global::ApiGen.ApiClientOptions";
    public const string ApiResponse = "global::ApiGen.ApiResponse";
    public const string ApiException = "global::ApiGen.ApiException";
    public const string EndpointBudgets = "global::ApiGen.EndpointBudgets";
    public const string FailureMeaning = "global::ApiGen.FailureMeaning";
    public const string AppToken = "global::ApiGen.OAuth.AppToken";
    public const string ICredentialSource = "global::ApiGen.OAuth.ICredentialSource";
    public const string UserToken = "global::ApiGen.OAuth.UserToken";
    public const string AppTokenSource = "global::ApiGen.SignIn.AppTokenSource";
    public const string OAuth1SignIn = "global::ApiGen.SignIn.OAuth1SignIn";
    public const string OAuth2SignIn = "global::ApiGen.SignIn.OAuth2SignIn";
    public const string OAuth1Credentials = "global::ApiGen.OAuth.OAuth1Credentials";
    public const string OAuth1Scheme = "global::ApiGen.OAuth.OAuth1Scheme";
    public const string OAuth1SignatureMethod = "global::ApiGen.OAuth.OAuth1SignatureMethod";
    public const string OAuth1Transmission = "global::ApiGen.OAuth.OAuth1Transmission";
    public const string BudgetExhaustedException = "global::ApiGen.Budgets.BudgetExhaustedException";
    public const string BudgetLimit = "global::ApiGen.Budgets.BudgetLimit";
    public const string BudgetScope = "global::ApiGen.Budgets.BudgetScope";
    public const string ApiConnection = "global::ApiGen.CompilerServices.ApiConnection";
    public const string ApiDescription = "global::ApiGen.CompilerServices.ApiDescription";
    public const string ApiDescriptor = "global::ApiGen.CompilerServices.ApiDescriptor";
    public const string AuthMode = "global::ApiGen.CompilerServices.AuthMode";
    public const string AuthScheme = "global::ApiGen.CompilerServices.AuthScheme";
    public const string EndpointDescription = "global::ApiGen.CompilerServices.EndpointDescription";
    public const string EndpointDescriptor = "global::ApiGen.CompilerServices.EndpointDescriptor";
    public const string ErrorShape = "global::ApiGen.CompilerServices.ErrorShape";
    public const string HostDescriptor = "global::ApiGen.CompilerServices.HostDescriptor";
    public const string IEnumerationValue = "global::ApiGen.CompilerServices.IEnumerationValue";
    public const string ListJoin = "global::ApiGen.CompilerServices.ListJoin";
    public const string JsonCursor = "global::ApiGen.CompilerServices.JsonCursor";
    public const string JsonDates = "global::ApiGen.CompilerServices.JsonDates";
    public const string JsonFields = "global::ApiGen.CompilerServices.JsonFields";
    public const string JsonShape = "global::ApiGen.CompilerServices.JsonShape";
    public const string PoolDescriptor = "global::ApiGen.CompilerServices.PoolDescriptor";
    public const string ResetTime = "global::ApiGen.CompilerServices.ResetTime";
    public const string ParameterRuleKind = "global::ApiGen.CompilerServices.ParameterRuleKind";
    public const string ParameterPlace = "global::ApiGen.CompilerServices.ParameterPlace";
    public const string UserIdSource = "global::ApiGen.CompilerServices.UserIdSource";
    public const string ArgumentException = "global::System.ArgumentException";
    public const string Obsolete = "global::System.Obsolete";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Uri = "global::System.Uri";
    public const string TimeSpan = "global::System.TimeSpan";
    public const string DateOnly = "global::System.DateOnly";
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string ReadOnlyDictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string SetsRequiredMembers = "global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers";
}
