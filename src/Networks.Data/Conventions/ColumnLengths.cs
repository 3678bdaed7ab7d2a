namespace Networks.Data.Conventions;

/// <summary>Lengths of text columns in characters, each with its reason; SQLite does not check them, the others do.</summary>
internal static class ColumnLengths
{
    /// <summary>Stored words (states, paths, codes): part of index keys, which SQL Server limits to 1,700 bytes.</summary>
    public const int Word = 120;

    /// <summary>Names of firms and persons: the register's longest are about 300.</summary>
    public const int Name = 400;

    /// <summary>Mailbox addresses: RFC 5321 path limit.</summary>
    public const int Mailbox = 254;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public const int Hash = 64;

    /// <summary>Identifiers: the longest, a SIRET or a certificate's subject code, stay under it.</summary>
    public const int Identifier = 32;

    /// <summary>A remark typed by a person in a form.</summary>
    public const int Remark = 4000;
}
