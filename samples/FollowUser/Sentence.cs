using System.Net;
using Twitter;
using static Twitter.TwitterFriendships;

namespace FollowUser;

/// <summary>Says of a failure, in one sentence or two, what a person needs to know.</summary>
internal static class Sentence
{
    /// <summary>The sentence, or null for what is a mistake in this program.</summary>
    public static string? Of(Exception exception, FollowRequest request) => exception switch
    {
        BudgetExhaustedException or BudgetStoreException or SettingsException => exception.Message,
        ApiException { Name: CreateFailures.AlreadyRequested } => $"You have already asked to follow {request}.",
        ApiException { Name: CreateFailures.NoSuchUser or TwitterFailures.UserNotFound } =>
            $"There is no user {request}.",
        ApiException { Name: TwitterFailures.TimestampOutOfBounds } =>
            "The server finds this machine's clock wrong: set it right.",
        ApiException { StatusCode: HttpStatusCode.Unauthorized } =>
            $"The server doesn't accept the credentials: check {string.Join(", ", TwitterSettings.CredentialNames)}.",
        ApiException { Means: FailureMeaning.CoolDown } failure =>
            $"This account may follow nobody more for now: {failure.ServerMessage ?? failure.Message}",
        ApiException { Means: FailureMeaning.NotSent } failure =>
            $"{failure.Message} Nothing was sent, and nothing was counted.",
        ApiException failure => failure.Message,
        OperationCanceledException => "Given up. A call that had left may have taken effect, and stays counted.",
        _ => null,
    };
}
