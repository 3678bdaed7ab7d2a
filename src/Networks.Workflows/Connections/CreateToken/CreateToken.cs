using System.Text.Json.Serialization;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.CreateToken;

/// <summary>
/// Gives a program of an association the key with which it acts for one of its people, within scopes and until a day; the
/// person is told by mail. The secret is made by the caller, who alone ever has it.
/// </summary>
/// <param name="Officer">Whose rights it uses: somebody of the administrator's programme who has access.</param>
/// <param name="LastDay">Inclusive; at most <see cref="LongestDays"/> from today.</param>
[Access(Right.PeopleManage)]
public sealed record CreateToken(Guid OperationId, string? Name, OfficerId? Officer, ApiScopes Scopes, DateOnly? LastDay) : ICommand<CreatedToken>, IChecked
{
    public const int LongestDays = 366;

    private const int _longestName = 100;

    /// <summary>Hash of the secret. Not part of what makes two sendings the same.</summary>
    [JsonIgnore]
    public string SecretHash { get; init; } = "";

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return ConnectionsRefusals.NameMissing;
        }
        else if (Name.Length > _longestName)
        {
            yield return ConnectionsRefusals.NameTooLong(_longestName);
        }

        if (Officer is null)
        {
            yield return ConnectionsRefusals.PersonMissing;
        }

        if (Scopes == ApiScopes.None)
        {
            yield return ConnectionsRefusals.ScopesMissing;
        }
    }
}

/// <param name="SecretHash">Of the secret that was kept: another one when the same form came twice.</param>
public sealed record CreatedToken(Guid Id, string SecretHash);
