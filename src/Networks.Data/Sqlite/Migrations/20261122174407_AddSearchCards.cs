using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddSearchCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CardNumber",
                table: "SearchEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SearchCards",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Division = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchCards", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_CardNumber_HeldBy",
                table: "SearchEntries",
                columns: new[] { "CardNumber", "HeldBy" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchCards_Division",
                table: "SearchCards",
                column: "Division");

            // What the firms show is searched card by card from now on; the index of the firms keeps their own terms alone.
            migrationBuilder.Sql("""DROP TRIGGER "SearchEntries_Added";""");
            migrationBuilder.Sql("""DROP TRIGGER "SearchEntries_Removed";""");
            migrationBuilder.Sql("""DROP TRIGGER "SearchEntries_Changed";""");
            migrationBuilder.Sql("""DROP TABLE "SearchIndex";""");
            Index(migrationBuilder, "SearchIndex", "SearchEntries", "Own");
            Index(migrationBuilder, "CardIndex", "SearchCards", "Terms");
            migrationBuilder.Sql("""UPDATE "SearchEntries" SET "CardIsStale" = 1 WHERE "Shared" <> '';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "CardIndex";""");

            migrationBuilder.DropTable(
                name: "SearchCards");

            migrationBuilder.DropIndex(
                name: "IX_SearchEntries_CardNumber_HeldBy",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "CardNumber",
                table: "SearchEntries");
        }

        // A full-text index of one column, kept by triggers. It holds which rows have a term and nothing else.
        private static void Index(MigrationBuilder migrationBuilder, string index, string table, string column)
        {
            migrationBuilder.Sql($"""CREATE VIRTUAL TABLE "{index}" USING fts5("{column}", content='{table}', content_rowid='Number', tokenize='ascii', detail=none);""");
            migrationBuilder.Sql($"""INSERT INTO "{index}"("{index}") VALUES ('rebuild');""");
            migrationBuilder.Sql($"""
                CREATE TRIGGER "{table}_Added" AFTER INSERT ON "{table}" BEGIN
                  INSERT INTO "{index}"(rowid, "{column}") VALUES (new."Number", new."{column}");
                END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER "{table}_Removed" AFTER DELETE ON "{table}" BEGIN
                  INSERT INTO "{index}"("{index}", rowid, "{column}") VALUES ('delete', old."Number", old."{column}");
                END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER "{table}_Changed" AFTER UPDATE OF "{column}" ON "{table}" BEGIN
                  INSERT INTO "{index}"("{index}", rowid, "{column}") VALUES ('delete', old."Number", old."{column}");
                  INSERT INTO "{index}"(rowid, "{column}") VALUES (new."Number", new."{column}");
                END;
                """);
        }
    }
}
