using System.Globalization;
using System.Security.Cryptography;

namespace Networks.Workflows.Common;

/// <summary>The name of this run of the process among the nodes of one database; good as a file's name.</summary>
/// <remarks>Never the same twice: what an earlier run claimed is not this one's.</remarks>
public sealed class NodeName
{
    private const int LongestHost = 60;

    public NodeName(string? host = null)
    {
        var name = string.Concat((string.IsNullOrWhiteSpace(host) ? Environment.MachineName : host.Trim()).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'));
        Host = name.Length <= LongestHost ? name : name[..LongestHost];
        Value = string.Create(CultureInfo.InvariantCulture, $"{Host}_{Environment.ProcessId}_{RandomNumberGenerator.GetHexString(4, lowercase: true)}");
    }

    /// <summary>What people call the machine.</summary>
    public string Host { get; }

    public string Value { get; }

    public override string ToString() => Value;
}
